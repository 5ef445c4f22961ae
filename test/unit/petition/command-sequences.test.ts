import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_COMMITMENTS } from '../../../core/petition/commitment.js';
import { MAX_EXTENSION_REQUESTS } from '../../../core/petition/extension-request.js';
import { directionsOf, MAX_DIRECTIONS } from '../../../core/petition/standing.js';
import { applyEvent, foldHistory } from '../../../core/petition/fold.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { isLate, type Petition } from '../../../core/petition/petition.js';
import { isDecided, isEnded, isHeld, TRANSITIONS } from '../../../core/petition/transitions.js';
import { plusMs } from '../../../core/time.js';
import { aNextEvent } from '../../support/builders/petition-builder.js';
import {
  happeningOf,
  HOUR_MS,
  JURISDICTION,
  OF_SUPPORTS,
  pairs,
  timetableFor,
  TIMETABLE,
  walk,
  walks,
} from './command-walks.js';
import { MAX_RECLASSIFICATIONS } from '../../../core/petition/reclassify.js';

describe('whatever officials, the resident and the workflow do in turn', () => {
  test.prop([walks])('the fold of the history is the record', (steps) => {
    const { events, records } = walk(steps);
    expect(foldHistory(events)).toEqual(records.at(-1));
  });

  test.prop([walks])('every event is one that the table allows in that state', (steps) => {
    const { events, records } = walk(steps);
    for (const [i, [before, after]] of pairs(records).entries()) {
      const commands = Object.values(TRANSITIONS).filter(({ event }) => event === events[i + 1]?.type);
      const type = events[i + 1]?.type ?? '';
      if (OF_SUPPORTS.some((known) => known === type)) {
        expect(after.status).toBe(before.status);
        continue;
      }
      const fitting = commands.filter(
        ({ from, to }) =>
          (from as readonly string[]).includes(before.status) && (to ?? before.status) === after.status,
      );
      expect(fitting).not.toEqual([]);
    }
  });

  test.prop([walks])('there is a task exactly while somebody works on it or may have to again', (steps) => {
    for (const { status, task, outcome, closedAt } of walk(steps).records) {
      expect(task !== null).toBe(isHeld(status) || isDecided(status));
      expect(outcome !== null).toBe(isDecided(status) || status === 'CLOSED');
      expect(closedAt !== null).toBe(isEnded(status));
      expect((task?.pause ?? null) !== null).toBe(status === 'WAITING_RESIDENT');
    }
  });

  test.prop([walks])(
    'a second look, an appeal, the pauses of a task and new classifications are bounded',
    (steps) => {
      for (const { task, reopenings, appeals, reclassifications } of walk(steps).records) {
        expect(reclassifications.length).toBeLessThanOrEqual(MAX_RECLASSIFICATIONS);
        expect(reopenings).toBeLessThanOrEqual(1);
        expect(appeals).toBeLessThanOrEqual(reopenings);
        expect(task?.pauses ?? 0).toBeLessThanOrEqual(TIMETABLE.maxPauses);
      }
    },
  );

  test.prop([walks])('directions, commitments and requests for more time are bounded', (steps) => {
    for (const petition of walk(steps).records) {
      const { task, hops } = petition;
      expect(directionsOf(petition)).toBeLessThanOrEqual(MAX_DIRECTIONS);
      expect(task?.commitments.length ?? 0).toBeLessThanOrEqual(MAX_COMMITMENTS);
      expect(task?.extensionRequests ?? 0).toBeLessThanOrEqual(MAX_EXTENSION_REQUESTS);
      // Whom a superior named does not hand it on to its own tier.
      for (const [i, { kind }] of hops.entries())
        if (kind === 'transferred' || kind === 'arbitration') expect(hops[i - 1]?.kind).not.toBe('directed');
    }
  });

  test.prop([walks])('what is late stays late, and nothing becomes late by an event', (steps) => {
    for (const [before, after] of pairs(walk(steps).records)) {
      const { at } = after.head;
      // From here on it is the matters that are late: each has its own terms.
      if (after.status === 'SPLIT') continue;
      if (isLate(before, at)) expect(isLate(after, at)).toBe(true);
      // But by a pause that ended long ago, when the workflow looks too late.
      else if (after.status !== 'ACCEPTED') expect(isLate(after, at)).toBe(false);
    }
  });

  test.prop([walks])('no pause takes anything of the terms', (steps) => {
    const terms = ({ task, promised }: Petition) => [task?.resolveBy?.at ?? '', promised.resolveBy?.at ?? ''];
    for (const [before, after] of pairs(walk(steps).records)) {
      if (before.status !== 'WAITING_RESIDENT' || after.status !== 'ACCEPTED') continue;
      for (const [i, at] of terms(before).entries()) expect((terms(after)[i] ?? '') >= at).toBe(true);
    }
  });

  test.prop([walks, fc.integer({ min: 0, max: 4_000 })])(
    'there is always a next step, and whoever waits wakes ahead',
    (steps, hours) => {
      for (const record of walk(steps).records) {
        const now = plusMs(record.head.at, hours * HOUR_MS);
        const step = nextStep(record, { jurisdiction: JURISDICTION, timetable: timetableFor(record), now });
        if ('wakeAt' in step) expect(step.wakeAt > now).toBe(true);
        expect(step.next === 'Done').toBe(isEnded(record.status));
      }
    },
  );

  test.prop([walks])('the workflow alone brings it to a rest in a few steps, without a loop', (steps) => {
    let petition = walk(steps).records.at(-1)!;
    const now = plusMs(petition.head.at, 2_000 * HOUR_MS);
    for (let i = 0; ; i++) {
      const happening = happeningOf(petition, { by: 'workflow' }, now);
      if (happening === null) break;
      expect(i).toBeLessThan(20);
      petition = applyEvent(petition, aNextEvent(petition, happening, { at: now }));
    }
  });
});
