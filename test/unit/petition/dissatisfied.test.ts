import { describe, expect, test } from 'vitest';
import { ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { Jurisdiction } from '../../../core/petition/jurisdiction.js';
import {
  CHAIRMAN,
  CITY,
  DISTRICT,
  NEW_WARD,
  smallJurisdiction,
  WARD,
} from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { appealed, asked, guided, promisedBy, reopened } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';
import { act, atWard, DISSATISFIED, DUE, FRESH, NOW, TIMETABLE, UNTIL } from './resident-acting.js';

describe('not being satisfied', () => {
  const again = (...more: Happening[]) => atWard(resolved(), reopened(FRESH, { holder: WARD }), ...more);

  test('needs to say why', () => {
    expect(() => act(atWard(resolved()), { ...DISSATISFIED, text: null })).toThrow(ValidationError);
  });

  test('the first time lets the unit that answered look again, with fresh terms and a promise of their own', () => {
    expect(act(atWard(resolved()), DISSATISFIED)).toMatchObject({
      type: 'PetitionReopened',
      data: {
        ...{ rating: 1, text: aText() },
        assignment: { holder: WARD, acceptBy: { at: vn('2025-03-06', '17:00') }, resolveBy: { at: FRESH } },
        promised: { firstNoticeBy: promisedBy(DUE).firstNoticeBy, resolveBy: { at: FRESH } },
      },
    });
  });

  test('goes to whoever has followed the unit, if it is gone', () => {
    const gone: Jurisdiction = { ...smallJurisdiction(), named: () => null };
    expect(act(atWard(resolved()), DISSATISFIED, { jurisdiction: gone })).toMatchObject({
      type: 'PetitionReopened',
      data: { assignment: { holder: NEW_WARD } },
    });
  });

  test('at the reception desk is sorted again, and promised the term of its class', () => {
    const desk = aPetition(
      { data: { promised: promisedBy(DUE) } },
      routed({ holder: CITY, isTriage: true, acceptBy: null, resolveBy: aDeadline(DUE) }),
      guided(),
    );
    expect(act(desk, DISSATISFIED)).toMatchObject({
      data: {
        assignment: { holder: CITY, isTriage: true, acceptBy: null, resolveBy: TIMETABLE.triage(NOW) },
        promised: { resolveBy: { at: FRESH } },
      },
    });
  });

  test('with an answer that came late keeps the promise that was broken', () => {
    const late = aPetition(
      { data: { promised: promisedBy(vn('2025-03-03', '08:31')) } },
      routed(),
      resolved(),
    );
    expect(act(late, DISSATISFIED)).toMatchObject({ data: { promised: late.promised } });
  });

  test('with an answer given in a pause, past the day it was due, is not treated as late', () => {
    const inPause = aPetition(
      { data: { promised: promisedBy(vn('2025-03-03', '08:32')) } },
      routed({ holder: WARD }),
      asked(UNTIL),
      resolved(),
    );
    expect(act(inPause, DISSATISFIED)).toMatchObject({ data: { promised: { resolveBy: { at: FRESH } } } });
  });

  test('the second time appeals to the next authority', () => {
    expect(act(again(resolved({ taskNo: 2 })), DISSATISFIED)).toMatchObject({
      type: 'PetitionAppealed',
      data: {
        assignment: { holder: DISTRICT, resolveBy: { at: FRESH } },
        promised: { resolveBy: { at: FRESH } },
      },
    });
  });

  test('the second time, with the unit gone, appeals above its successor, not to it', () => {
    const gone: Jurisdiction = { ...smallJurisdiction(), named: () => null };
    const above: string[] = [];
    const next: Jurisdiction['next'] = (facts, holder, ask) => {
      above.push(holder.id);
      return smallJurisdiction().next(facts, holder, ask);
    };
    const said = act(again(resolved({ taskNo: 2 })), DISSATISFIED, { jurisdiction: { ...gone, next } });
    expect(said.type).toBe('PetitionAppealed');
    expect(above).toEqual([NEW_WARD.id]);
  });

  test('the third time, and wherever nobody stands above, is recorded and ends the matter', () => {
    const recorded = { type: 'FeedbackGiven', data: { satisfied: false, rating: 1, text: aText() } };
    const thrice = again(
      resolved({ taskNo: 2 }),
      appealed(FRESH, { holder: DISTRICT }),
      resolved({ taskNo: 3 }),
    );
    expect(act(thrice, DISSATISFIED)).toEqual(recorded);
    const top = aPetition(
      {},
      routed({ holder: CHAIRMAN, isLastOwner: true }),
      resolved(),
      reopened(FRESH, anAssignment({ holder: CHAIRMAN, isLastOwner: true })),
      resolved({ taskNo: 2 }),
    );
    expect(act(top, DISSATISFIED)).toEqual(recorded);
  });
});
