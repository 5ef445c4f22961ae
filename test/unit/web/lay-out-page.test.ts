import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../web/lay-out-page.js';

const WEB = join(import.meta.dirname, '..', '..', '..', 'web');
const LAYOUT = readFileSync(join(WEB, 'layout.html'), 'utf8');
const PAGE = `<!doctype html>
<html><head><title>Trang $& thử</title></head><body class="wide"><script src="./a.js"></script></body></html>`;

describe('the layout of the static pages', () => {
  it.each(['index', 'track', 'audit', 'desk'])('makes a whole page of %s', (name) => {
    const page = readFileSync(join(WEB, 'site', `${name}.html`), 'utf8');
    const whole = layOutPage(LAYOUT, page, `/${name}.html`);
    for (const part of ['<title>', 'name="description"', 'class="skip"', 'id="main"', 'id="app"', 'main.tsx'])
      expect(whole.split(part), part).toHaveLength(2);
    expect(whole.match(/<body/g)).toHaveLength(1);
    expect(whole.match(/<a href="([^"]+)" aria-current="page"/)?.[1]).toBe(`/${name}.html`);
    expect(whole).not.toContain('<!-- page:');
    // The policy of the site allows nothing inline.
    expect(whole).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on\w+="/);
  });

  it('keeps what the page says as it is, and the class of its body', () => {
    const whole = layOutPage(LAYOUT, PAGE, '/a.html');
    expect(whole).toContain('<title>Trang $& thử</title>');
    expect(whole).toContain('<body class="wide">');
    expect(whole).not.toContain('aria-current');
  });

  it.each([
    ['a page without a body', LAYOUT, '<head></head>'],
    ['a layout without its marks', '<body></body>', PAGE],
  ])('refuses %s', (_, layout, page) => {
    expect(() => layOutPage(layout, page, '/a.html')).toThrow();
  });
});
