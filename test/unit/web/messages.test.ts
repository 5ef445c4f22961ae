import { describe, expect, it, test } from 'vitest';
import { smsSegments, withoutAccents } from '../../../core/messages/message-length.js';
import { RESIDENT_NOTICE_KINDS } from '../../../core/petition/notice-kinds.js';
import { messageComposer } from '../../../web/mails/resident-messages.js';

const CODE = '7QK2-M4TX-9B3R-D';
const origin = `https://${'a'.repeat(52)}`;
const compose = (kind: (typeof RESIDENT_NOTICE_KINDS)[number], accents: boolean): string =>
  messageComposer({ accents }).compose({ kind, code: CODE, trackUrl: `${origin}/track.html#${CODE}` });

describe.each([true, false])('short messages (accents: %s)', (accents) => {
  it.each(RESIDENT_NOTICE_KINDS)('%s fits into three segments with the longest origin allowed', (kind) => {
    expect(origin).toHaveLength(60);
    const text = compose(kind, accents);
    expect(smsSegments(text)).toBeLessThanOrEqual(accents ? 3 : 2);
    expect(text).toContain(CODE);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toContain('~');
  });
});

describe('the length of a message', () => {
  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['~'.repeat(80), 1],
    ['~'.repeat(81), 2],
    ['ế'.repeat(70), 1],
    ['ế'.repeat(71), 2],
    ['ế'.repeat(135), 3],
  ])('%#: segments', (text, segments) => {
    expect(smsSegments(text)).toBe(segments);
  });

  test('without accents it is plain 7-bit text', () => {
    expect(withoutAccents('Đã chuyển đến đơn vị – Thới An')).toBe('Da chuyen den don vi - Thoi An');
    expect(RESIDENT_NOTICE_KINDS.every((kind) => /^[\x20-\x7e]+$/.test(compose(kind, false)))).toBe(true);
  });
});
