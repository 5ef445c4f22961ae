import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, markup, raw } from '../../../web/server/markup.js';

const unescape = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('markup', () => {
  it('escapes values in text and attributes, leaves its own markup', () => {
    const hostile = `"><script>alert('x')</script>&amp;`;
    expect(markup`<p title="${hostile}">${hostile}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>',
    );
  });

  it('takes nested markup, lists, numbers and nothing', () => {
    const items = ['a', '<b>'].map((each) => markup`<li>${each}</li>`);
    expect(markup`<ul>${items}${null}</ul>${3}${raw('<hr>')}`.markup).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>3<hr>',
    );
  });

  test.prop([fc.string({ unit: 'binary' })])(
    'never lets a value become markup, and loses nothing of it',
    (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(unescape(escaped)).toBe(text);
    },
  );
});
