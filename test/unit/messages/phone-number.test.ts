import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { takesMessages, toE164 } from '../../../core/messages/phone-number.js';

describe('telephone numbers', () => {
  test.each([
    ['0901 234 567', '+84901234567'],
    ['090.123.45.67', '+84901234567'],
    ['(+84) 901-234-567', '+84901234567'],
    ['+84 (0)901 234 567', '+84901234567'],
    ['84901234567', '+84901234567'],
    ['0084901234567', '+84901234567'],
    ['０９０１２３４５６７', '+84901234567'],
    ['0849 012 345', '+84849012345'],
    ['+84 849012345', '+84849012345'],
    ['84849012345', '+84849012345'],
    ['028 3822 1234', '+842838221234'],
    ['+84 28 3822 1234', '+842838221234'],
    ['+1 202 555 0143', '+12025550143'],
  ])('%s is %s', (written, e164) => {
    expect(toE164(written)).toBe(e164);
  });

  test.each(['', '113', '901234567', '0123456789', '09012345678', '+84 12', 'không có', '+8490123456x'])(
    '%s is none',
    (written) => {
      expect(toE164(written)).toBeNull();
    },
  );

  test('a landline takes no messages', () => {
    expect([toE164('028 3822 1234'), toE164('0901234567')].map((n) => takesMessages(n ?? ''))).toEqual([
      false,
      true,
    ]);
  });

  test.prop([fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('3', '5', '7', '8', '9')])(
    'however a mobile number is written, it is the same',
    (rest, first) => {
      const national = `${first}${rest.toString().padStart(8, '0')}`;
      const forms = [`0${national}`, `84${national}`, `+84${national}`, `0084${national}`, `+840${national}`];
      expect(new Set(forms.map(toE164))).toEqual(new Set([`+84${national}`]));
    },
  );
});
