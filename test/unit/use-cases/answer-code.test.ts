import { describe, expect, test } from 'vitest';
import { MAX_TRIES_PER_CODE } from '../../../core/petition/code-state.js';
import type { Petition } from '../../../core/petition/petition.js';
import { codeDigits, isRightCode, mailedCode, typedDigits } from '../../../core/use-cases/answer-code.js';
import { smallTimetable, TERMS } from '../../support/asl/small-registers.js';
import { timetableOf } from '../../../core/petition/timetable-of.js';
import { onOneCalendar, workingCalendar } from '../../support/calendars.js';
import { aContact } from '../../support/builders/link-builder.js';
import { FakeKeyed } from '../../support/fakes/fake-keyed.js';
import { vn } from '../../support/instants.js';
import { open } from '../petition/deciding.js';
import { HAPPENINGS } from '../petition/folding.js';

const HEAD = aContact({ id: 'head', role: 'head' });
const SUBJECT = {
  ...{ petitionId: 'a', proposalSeq: 3, no: 1 },
  ...{ contactId: 'head', addressSince: HEAD.addressSince },
};
const keys = new FakeKeyed();
const UNTIL = vn('2025-03-04', '15:00');
const NOW = vn('2025-03-04', '14:59');

const coded = (failures = 0): Petition => {
  const draft = HAPPENINGS['propose-answer'];
  if (draft.type !== 'AnswerProposed') throw new TypeError('no draft');
  const code = { contactId: 'head', addressSince: HEAD.addressSince, until: UNTIL };
  const tries = Array.from({ length: failures }, (_, i) => ({
    ...({ type: 'AnswerCodeFailed' } as const),
    data: { taskNo: 1, proposalSeq: 3, codeNo: 1, tryNo: i + 1 },
  }));
  return open({}, { ...draft, data: { ...draft.data, code } }, ...tries);
};

describe('the digits of a code', () => {
  test('are eight, always the same, and others for every part of what they are for and under another key', async () => {
    const others = [
      ...[{ petitionId: 'b' }, { proposalSeq: 4 }, { no: 2 }, { contactId: 'head-2' }],
      { addressSince: NOW },
    ].map((change) => codeDigits(keys, { ...SUBJECT, ...change }));
    const digits = await Promise.all([
      codeDigits(keys, SUBJECT),
      ...others,
      codeDigits(new FakeKeyed('khoa-khac'), SUBJECT),
    ]);
    expect(new Set(digits).size).toBe(digits.length);
    for (const each of digits) expect(each).toMatch(/^[0-9]{8}$/);
    expect(await codeDigits(keys, SUBJECT)).toBe(digits[0]);
  });

  test('keep their zeros in front', async () => {
    const small = { mac: () => Promise.resolve(`${'0'.repeat(62)}2a`) };
    expect(await codeDigits(small, SUBJECT)).toBe('00000042');
    expect(await isRightCode(small, SUBJECT, '00000042')).toBe(true);
    expect(await isRightCode(small, SUBJECT, '42')).toBe(false);
    expect(await isRightCode(small, SUBJECT, '00000043')).toBe(false);
  });

  test.each([
    ['1234 5678', '12345678'],
    ['12.34-56·78', '12345678'],
    ['1234567', null],
    ['123456789', null],
    ['1234567a', null],
  ])('typed as %s are %s', (typed, digits) => {
    expect(typedDigits(typed)).toBe(digits);
  });
});

describe('the mail with a code', () => {
  const told = (petition: Petition, change: { contact?: typeof HEAD | null; now?: string } = {}) =>
    mailedCode(keys, { kind: 'answer-code' }, { petition, contact: HEAD, now: NOW, ...change });

  test('has the digits while they hold, for the contact and the address that they were made for', async () => {
    const digits = await codeDigits(keys, { ...SUBJECT, petitionId: coded().id });
    expect(await told(coded())).toEqual({ answerCode: { digits, until: UNTIL } });
    const none = { answerCode: { digits: null, until: UNTIL } };
    expect(await told(coded(), { now: UNTIL })).toEqual(none);
    expect(await told(coded(), { contact: { ...HEAD, addressSince: NOW } })).toEqual(none);
    expect(await told(coded(), { contact: { ...HEAD, id: 'main' } })).toEqual(none);
    expect(await told(coded(), { contact: null })).toEqual(none);
    expect(await told(coded(MAX_TRIES_PER_CODE))).toEqual(none);
    expect(await told(coded(MAX_TRIES_PER_CODE - 1))).toEqual({ answerCode: { digits, until: UNTIL } });
  });

  test('is the only one that has them', async () => {
    const to = { petition: coded(), contact: HEAD, now: NOW };
    expect(await mailedCode(keys, { kind: 'reminder' }, to)).toEqual({});
    expect(await told(open({}, HAPPENINGS['propose-answer']))).toEqual({});
  });
});

test('a code holds four office hours from when its mail may leave; where mails leave by night, four hours', () => {
  const ordinary = smallTimetable('thuong');
  expect(ordinary.answerCode(vn('2025-03-04', '08:00'))).toBe(vn('2025-03-04', '13:30'));
  expect(ordinary.answerCode(vn('2025-03-07', '20:00'))).toBe(ordinary.answerCode(vn('2025-03-10', '06:00')));
  const urgent = timetableOf('khan', { ...TERMS, isUrgent: true }, onOneCalendar(workingCalendar));
  expect(urgent.answerCode(vn('2025-03-07', '20:00'))).toBe(vn('2025-03-08', '00:00'));
});
