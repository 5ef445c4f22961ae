import { describe, expect, it } from 'vitest';
import { checkDraft, fieldErrorsOf } from '../../../web/site/intake/check-draft.js';
import { bodyOf, EMPTY_DRAFT, type Draft } from '../../../web/site/intake/draft.js';
import { EMPTY_MATTER, MOST_OTHERS } from '../../../web/site/intake/matter-draft.js';

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
  otherMatters: [{ ...EMPTY_MATTER, category: 'RAC', description: ' Rác ba ngày chưa thu gom. ' }],
};

const KNOWN = { category: 'RAC', description: 'Rác ba ngày chưa thu gom.' };

describe('several matters on the form', () => {
  it('are listed in the body with the first one, which has the description of the whole', () => {
    expect(checkDraft(TWO)).toEqual({});
    expect(bodyOf(TWO)).toMatchObject({
      category: 'GT-BIEN',
      description: 'Xe khách đậu kín đường nội bộ.',
      matters: [{ category: 'GT-BIEN' }, { category: 'RAC', description: 'Rác ba ngày chưa thu gom.' }],
    });
  });

  it('say where they are and what is known of their own questions, where that was given', () => {
    const [other] = TWO.otherMatters;
    const elsewhere = { isElsewhere: true, unit: { id: 'w:26770@0', name: 'Phường Thạnh Lộc' } };
    const bodyWith = (part: object) =>
      bodyOf({ ...ONE, otherMatters: [{ ...other!, ...part }] }).matters?.[1];
    const asked = { conditions: { 'chan-thoat-nuoc': 'yes', 'quy-mo': 'unknown' } };
    expect(bodyWith({ ...elsewhere, ...asked, address: ' Cổng chợ ' })).toEqual({
      ...{ category: 'RAC', description: 'Rác ba ngày chưa thu gom.' },
      ...{ conditions: { 'chan-thoat-nuoc': true }, unit: 'w:26770@0', address: 'Cổng chợ' },
    });
    const point = { lat: 10.869, lon: 106.6523 };
    expect(bodyWith({ ...elsewhere, pointText: '10.8690, 106.6523' })).toMatchObject({ point });
    // What was typed before the box was unticked again is not sent.
    expect(bodyWith({ ...elsewhere, isElsewhere: false, address: 'Cổng chợ' })).toEqual({
      ...{ category: 'RAC', description: 'Rác ba ngày chưa thu gom.' },
    });
  });

  it('are not spoken of where there is one', () => {
    expect(bodyOf(ONE)).not.toHaveProperty('matters');
  });

  it.each([
    [{ category: '', description: 'Rác ba ngày chưa thu gom.' }, ['matter-0-category']],
    [{ category: 'RAC', description: '' }, ['matter-0-description']],
    [{ category: 'RAC', description: 'Rác' }, ['matter-0-description']],
    [{ ...KNOWN, isElsewhere: true }, ['matter-0-unit']],
    [{ ...KNOWN, isElsewhere: true, pointText: 'gần chợ' }, ['matter-0-point']],
    [{ category: '', description: ' ' }, ['matter-0-category', 'matter-0-description']],
  ])('%o is not sent', (matter, fields) => {
    expect(Object.keys(checkDraft({ ...ONE, otherMatters: [{ ...EMPTY_MATTER, ...matter }] }))).toEqual(
      fields,
    );
  });

  it.each([
    ['/matters/0/category', 'category'],
    ['/matters/0/description', 'description'],
    ['/matters/1/category', 'matter-0-category'],
    ['/matters/2/description', 'matter-1-description'],
    ['/matters/1/unit', 'matter-0-unit'],
    ['/matters/1/point', 'matter-0-point'],
    ['/matters/1/address', 'matter-0-address'],
    [`/matters/${MOST_OTHERS}/conditions`, `matter-${MOST_OTHERS - 1}-category`],
  ])('a fault of the API at %s is shown at %s', (pointer, field) => {
    expect(fieldErrorsOf([{ pointer, code: 'x', message: 'Sai.' }])).toEqual({ [field]: 'Sai.' });
  });
});
