import { describe, expect, test } from 'vitest';
import { isLate } from '../../../core/petition/petition.js';
import { plusMs } from '../../../core/time.js';
import { aDeadline, aPetition, resolved, routed } from '../../support/builders/petition-builder.js';

const LATER = aDeadline('2025-04-01T10:00:00.000Z');

describe('late', () => {
  const due = '2025-03-05T10:00:00.000Z';
  const promised = { firstNoticeBy: LATER, resolveBy: aDeadline(due) };

  test('is a petition that was not decided by the promised instant', () => {
    const open = aPetition({ data: { promised } }, routed());
    expect(isLate(open, due)).toBe(false);
    expect(isLate(open, plusMs(due, 1))).toBe(true);
  });

  test('is judged by the time of the decision, however long ago', () => {
    expect(isLate(aPetition({ data: { promised } }, routed(), resolved()), '2026-01-01T00:00:00.000Z')).toBe(
      false,
    );
  });

  test('is nothing in the Party lane, where nothing was promised', () => {
    const party = aPetition({ data: { promised: { firstNoticeBy: LATER, resolveBy: null } } }, routed());
    expect(isLate(party, '2026-01-01T00:00:00.000Z')).toBe(false);
  });
});
