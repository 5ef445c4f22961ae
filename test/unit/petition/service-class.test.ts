import { describe, expect, it } from 'vitest';
import { classUnder } from '../../../core/petition/reclassify.js';
import { serviceClassOf } from '../../../core/petition/service-class.js';
import { FACTS, PARTY_FACTS, SLOW_FACTS } from '../../support/asl/small-registers.js';
import { aPetition } from '../../support/builders/petition-builder.js';

const BOARD = 'inspection-board';
const URGENT_WHEN = { ...FACTS, urgentWhen: 'Cây sắp đổ' };

describe('the service class', () => {
  it.each([
    ['of the category', FACTS, false, 'person', 'thuong'],
    ['urgent, where the category knows that', URGENT_WHEN, true, 'person', 'khan'],
    ['of the category, where it knows nothing urgent', FACTS, true, 'person', 'thuong'],
    ['of the board that handed it in', SLOW_FACTS, false, BOARD, 'thanh-tra-nhan-dan'],
    ['urgent before that of the board', URGENT_WHEN, true, BOARD, 'khan'],
    ['without a clock in the Party lane, for the board too', PARTY_FACTS, false, BOARD, 'khong-ky-han'],
  ])('%s', (...[, category, urgent, submitterKind, expected]) => {
    expect(serviceClassOf({ category, urgent, submitterKind })).toBe(expected);
  });

  const urgent = aPetition({ data: { serviceClass: 'khan' } });
  const other = { ...URGENT_WHEN, code: 'CAYXANH', serviceClass: 'nhanh' };

  it('stays urgent under another category when urgent circumstances were told', () => {
    expect(classUnder(urgent, other, FACTS)).toBe('khan');
    expect(classUnder(urgent, { ...other, urgentWhen: '' }, FACTS)).toBe('nhanh');
  });

  it('does not stay urgent when only the former category was so by itself', () => {
    expect(classUnder(urgent, other, { serviceClass: 'khan' })).toBe('nhanh');
  });

  it('is that of the receipt while the category stays', () => {
    expect(classUnder(urgent, FACTS, FACTS)).toBe('khan');
  });
});
