import { describe, expect, it } from 'vitest';
import { checkDraft, fieldErrorsOf } from '../../../web/site/intake/check-draft.js';
import { bodyOf, EMPTY_DRAFT, type Draft } from '../../../web/site/intake/draft.js';
import { parsePoint } from '../../../web/site/intake/parse-point.js';
import { containsWords } from '../../../web/site/ui/plain-text.js';

const complete: Draft = {
  ...EMPTY_DRAFT,
  category: 'GT-BIEN',
  unit: { id: 'w:26773@0', name: 'Phường Thới An' },
  description: 'Xe khách đậu kín đường nội bộ.',
  name: 'Trần Thị Mai',
  hasConsent: true,
};

describe('points in what was pasted', () => {
  it.each([
    ['10.869, 106.6523', 10.869, 106.6523],
    ['10.869 106.6523', 10.869, 106.6523],
    ['https://www.google.com/maps/@10.869,106.6523,17z', 10.869, 106.6523],
    ['https://maps.google.com/?q=10.869%2C106.6523', 10.869, 106.6523],
    ['https://www.google.com/maps/place/X/@10.8,106.6,17z/data=!3d10.869!4d106.6523', 10.869, 106.6523],
  ])('%s', (text, lat, lon) => {
    expect(parsePoint(text)).toEqual({ lat, lon });
  });

  it.each(['', 'phường Thới An', '106.6523, 10.869', '48.85, 2.35', '10,869 106,6523', '999.1,999.2'])(
    'none in %j',
    (text) => {
      expect(parsePoint(text)).toBeNull();
    },
  );
});

describe('the draft', () => {
  it('has no fault when it is complete', () => {
    expect(checkDraft(complete)).toEqual({});
  });

  it('names every missing field in the order of the form', () => {
    expect(Object.keys(checkDraft(EMPTY_DRAFT))).toEqual([
      'category',
      'unit',
      'description',
      'name',
      'consent',
    ]);
  });

  it('takes a point instead of a ward, but not one that cannot be read', () => {
    expect(checkDraft({ ...complete, unit: null, pointText: '10.869, 106.6523' })).toEqual({});
    expect(Object.keys(checkDraft({ ...complete, pointText: 'gần chợ' }))).toEqual(['point']);
  });

  it.each([
    ['phone', '12'],
    ['phone', 'không có'],
    ['email', 'mai@'],
  ] as const)('refuses %s %j', (field, value) => {
    expect(Object.keys(checkDraft({ ...complete, [field]: value }))).toEqual([field]);
  });

  it('becomes the body of the request: only what was said', () => {
    expect(bodyOf({ ...complete, conditions: { 'duong-tp': 'no', 'den-tin-hieu': 'unknown' } })).toEqual({
      unit: 'w:26773@0',
      category: 'GT-BIEN',
      conditions: { 'duong-tp': false },
      description: 'Xe khách đậu kín đường nội bộ.',
      submitter: { kind: 'person', name: 'Trần Thị Mai' },
      channel: 'web',
      consent: true,
    });
  });

  it('sends the point alone when both were given, and text as NFC', () => {
    const body = bodyOf({ ...complete, pointText: '10.869, 106.6523', name: 'Mai\u0302' });
    expect(body).toMatchObject({
      point: { lat: 10.869, lon: 106.6523 },
      submitter: { name: 'Mai\u0302'.normalize('NFC') },
    });
    expect(body).not.toHaveProperty('unit');
  });
});

describe('faults that the API found', () => {
  it('stand at the fields of the form, the first of each', () => {
    const errors = fieldErrorsOf([
      { pointer: '/submitter/email', code: 'invalid-email', message: 'một' },
      { pointer: '/submitter/email', code: 'too-long', message: 'hai' },
      { pointer: '/photos/1', code: 'file-type', message: 'ba' },
    ]);
    expect(errors).toEqual({ email: 'một', photos: 'ba' });
  });
});

describe('search without accents', () => {
  it('finds words in any order, with and without accents', () => {
    expect(containsWords('Đèn đường không sáng', 'duong den')).toBe(true);
    expect(containsWords('Đèn đường không sáng', 'đèn')).toBe(true);
    expect(containsWords('Đèn đường không sáng', 'rác')).toBe(false);
  });
});
