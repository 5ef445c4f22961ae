import { describe, expect, it } from 'vitest';
import { asOf } from '../../../../adapters/dynamodb/list-filter.js';
import { toPetitionItem } from '../../../../adapters/dynamodb/petition-item.js';
import { parseSummaryItem } from '../../../../adapters/dynamodb/petition-summary.js';
import type { Happening } from '../../../../core/events.js';
import { isLate } from '../../../../core/petition/petition.js';
import { aPetition, closed, resolved, routed } from '../../../support/builders/petition-builder.js';
import { answered, asked, promisedBy, withdrawn } from '../../../support/builders/resident-happenings.js';

const DUE = '2025-03-05T10:00:00.000Z';
const UNTIL = '2025-03-17T10:00:00.000Z';
const LATER = '2025-04-17T10:00:00.000Z';

describe('a line of a list is late when the petition is', () => {
  it.each<[string, Happening[], boolean]>([
    ['open', [routed()], true],
    ['answered in time', [routed(), resolved()], false],
    ['closed', [routed(), resolved(), closed()], false],
    ['waiting for the resident', [routed(), asked(UNTIL)], false],
    ['answered by the resident, and past the moved promise', [routed(), asked(UNTIL), answered(UNTIL)], true],
    ['withdrawn in time', [routed(), withdrawn()], false],
    ['withdrawn while it waited', [routed(), asked(UNTIL), withdrawn()], false],
  ])('%s', (_state, happenings, late) => {
    const petition = aPetition({ data: { promised: promisedBy(DUE) } }, ...happenings);
    expect(asOf(parseSummaryItem(toPetitionItem(petition)), LATER).late).toBe(late);
    expect(isLate(petition, LATER)).toBe(late);
    expect(asOf(parseSummaryItem(toPetitionItem(petition)), DUE).late).toBe(false);
  });
});
