import { describe, expect, it } from 'vitest';
import { checkDraft, fieldErrorsOf } from '../../../web/site/intake/check-draft.js';
import { bodyOf, EMPTY_DRAFT, type Draft } from '../../../web/site/intake/draft.js';
import { MOST_OTHERS } from '../../../web/site/intake/matter-draft.js';

const ONE: Draft = {
  ...EMPTY_DRAFT,
  category: 'GT-BIEN',
  unit: { id: 'w:26773@0', name: 'Phường Thới An' },
  description: 'Xe khách đậu kín đường nội bộ.',
  name: 'Trần Thị Mai',
  hasConsent: true,
};
const TWO: Draft = {
  ...ONE,
  otherMatters: [{ category: 'RAC', description: ' Rác ba ngày chưa thu gom. ' }],
};

describe('several matters on the form', () => {
  it('are listed in the body with the first one, which has the description of the whole', () => {
    expect(checkDraft(TWO)).toEqual({});
    expect(bodyOf(TWO)).toMatchObject({
      category: 'GT-BIEN',
      description: 'Xe khách đậu kín đường nội bộ.',
      matters: [{ category: 'GT-BIEN' }, { category: 'RAC', description: 'Rác ba ngày chưa thu gom.' }],
    });
  });

  it('are not spoken of where there is one', () => {
    expect(bodyOf(ONE)).not.toHaveProperty('matters');
  });

  it.each([
    [{ category: '', description: 'Rác ba ngày chưa thu gom.' }, ['matter-0-category']],
    [{ category: 'RAC', description: '' }, ['matter-0-description']],
    [{ category: 'RAC', description: 'Rác' }, ['matter-0-description']],
    [{ category: '', description: ' ' }, ['matter-0-category', 'matter-0-description']],
  ])('%o is not sent', (matter, fields) => {
    expect(Object.keys(checkDraft({ ...ONE, otherMatters: [matter] }))).toEqual(fields);
  });

  it.each([
    ['/matters/0/category', 'category'],
    ['/matters/0/description', 'description'],
    ['/matters/1/category', 'matter-0-category'],
    ['/matters/2/description', 'matter-1-description'],
    [`/matters/${MOST_OTHERS}/conditions`, `matter-${MOST_OTHERS - 1}-category`],
  ])('a fault of the API at %s is shown at %s', (pointer, field) => {
    expect(fieldErrorsOf([{ pointer, code: 'x', message: 'Sai.' }])).toEqual({ [field]: 'Sai.' });
  });
});
