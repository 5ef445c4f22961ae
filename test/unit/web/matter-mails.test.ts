import { describe, expect, it } from 'vitest';
import { OFFICIAL_NOTICE_KINDS, RESIDENT_NOTICE_KINDS } from '../../../core/petition/notice-kinds.js';
import { mailComposer } from '../../../web/mails/mail-composer.js';
import { facts } from './mail-facts.js';

const SUBMISSION = '7QK2M4TX9B3RD';
const SHOWN = '7QK2-M4TX-9B3R-D';
const matterOf = { petitionId: 'nop-chung', code: SUBMISSION, no: 2, of: 3, formerly: ['VSMT'] };

const composed = (kind: Parameters<typeof facts>[0]) => {
  const whole = facts(kind);
  return mailComposer.compose({ ...whole, petition: { ...whole.petition, matterOf } });
};

describe('mails about a matter of a submission', () => {
  it.each(RESIDENT_NOTICE_KINDS)('%s: names the submission to whoever handed it in', (kind) => {
    const { text, html, subject } = composed(kind);
    const words = `Thuộc: Vụ việc 2 trong 3 vụ việc của kiến nghị ${SHOWN}`;
    expect(text).toContain(words);
    expect(words.normalize('NFC')).toBe(words);
    expect(html).toContain(SHOWN);
    expect(subject).not.toContain(SHOWN);
  });

  it.each(OFFICIAL_NOTICE_KINDS)('%s: says to a unit that it is one of several, not of what', (kind) => {
    const { text, html, subject } = composed(kind);
    expect(text).toContain('Thuộc: Vụ việc 2 trong 3 vụ việc của một kiến nghị');
    for (const code of [SHOWN, SUBMISSION]) expect(text + html + subject).not.toContain(code);
  });

  it('any other mail says nothing of matters', () => {
    for (const kind of [...RESIDENT_NOTICE_KINDS, ...OFFICIAL_NOTICE_KINDS])
      expect(mailComposer.compose(facts(kind)).text).not.toContain('Thuộc:');
  });
});
