import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { clockStoppedAt, isLate } from '../../../core/petition/petition.js';
import { plusMs } from '../../../core/time.js';
import { aPetition, closed, resolved, routed } from '../../support/builders/petition-builder.js';
import {
  answered,
  asked,
  pauseEnded,
  promisedBy,
  reopened,
  withdrawn,
} from '../../support/builders/resident-happenings.js';

const DUE = '2025-03-05T10:00:00.000Z';
const UNTIL = '2025-03-17T10:00:00.000Z';
const MOVED = '2025-03-19T10:00:00.000Z';
const YEARS_LATER = '2027-01-01T00:00:00.000Z';

const promised = promisedBy(DUE);
const petition = (...happenings: Happening[]) => aPetition({ data: { promised } }, routed(), ...happenings);

describe('late', () => {
  test('is a petition that was not decided by the promised instant', () => {
    expect(isLate(petition(), DUE)).toBe(false);
    expect(isLate(petition(), plusMs(DUE, 1))).toBe(true);
    expect(clockStoppedAt(petition())).toBeNull();
  });

  test('is judged by the time of the decision, however long ago', () => {
    expect(isLate(petition(resolved()), YEARS_LATER)).toBe(false);
    expect(isLate(petition(resolved(), closed()), YEARS_LATER)).toBe(false);
  });

  test('is nothing in the Party lane, where nothing was promised', () => {
    const party = aPetition({ data: { promised: { ...promised, resolveBy: null } } }, routed());
    expect(isLate(party, YEARS_LATER)).toBe(false);
  });

  test('is no petition that waits for its resident, whatever day it is', () => {
    const waiting = petition(asked(UNTIL));
    expect(clockStoppedAt(waiting)).toBe(waiting.task?.pause?.since);
    expect(isLate(waiting, YEARS_LATER)).toBe(false);
  });

  test.each<[string, Happening]>([
    ['an answer', answered(MOVED)],
    ['no answer', pauseEnded(MOVED)],
  ])('is judged by the moved promise after %s', (_what, ends) => {
    expect(isLate(petition(asked(UNTIL), ends), MOVED)).toBe(false);
    expect(isLate(petition(asked(UNTIL), ends), plusMs(MOVED, 1))).toBe(true);
  });

  test.each<[string, Happening[]]>([
    ['answered', [resolved()]],
    ['answered and closed', [resolved(), closed()]],
    ['withdrawn', [withdrawn()]],
  ])('is nothing that was %s while the clock stood still, after the day on which it was due', (_how, end) => {
    const slow = aPetition(
      { data: { promised: promisedBy('2025-03-03T01:31:30.000Z') } },
      routed(),
      asked(UNTIL),
      ...end,
    );
    expect(slow.head.at > (slow.promised.resolveBy?.at ?? '')).toBe(true);
    expect(isLate({ ...slow, promised: promisedBy('2025-03-03T01:32:00.000Z') }, YEARS_LATER)).toBe(false);
    expect(isLate(slow, YEARS_LATER)).toBe(true);
  });

  test('is no petition that was withdrawn in time', () => {
    expect(isLate(petition(withdrawn()), YEARS_LATER)).toBe(false);
    expect(isLate(aPetition({ data: { promised } }, withdrawn()), YEARS_LATER)).toBe(false);
  });

  test('is judged anew by the promise of a second look', () => {
    const again = petition(asked(UNTIL), resolved(), reopened(MOVED));
    expect(clockStoppedAt(again)).toBeNull();
    expect(isLate(again, MOVED)).toBe(false);
    expect(isLate(again, plusMs(MOVED, 1))).toBe(true);
  });
});
