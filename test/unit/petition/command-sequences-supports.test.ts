import { isDeepStrictEqual } from 'node:util';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { applyEvent } from '../../../core/petition/fold.js';
import { openSupports, supportOf, supportState } from '../../../core/petition/support.js';
import { MAX_OPEN_SUPPORTS } from '../../../core/petition/support-events.js';
import { SUPPORT_TRANSITIONS } from '../../../core/petition/support-transitions.js';
import { threadEvent, threadStep } from '../../../core/petition/thread-step.js';
import { isHeld } from '../../../core/petition/transitions.js';
import { plusMs } from '../../../core/time.js';
import { aNextEvent } from '../../support/builders/petition-builder.js';
import { happeningOf, HOUR_MS, JURISDICTION, pairs, TIMETABLE, walk, walks } from './command-walks.js';

describe('whatever happens to a petition, its support tasks', () => {
  test.prop([walks])('each support task moves as its own table allows', (steps) => {
    const { events, records } = walk(steps);
    for (const [i, [before, after]] of pairs(records).entries()) {
      const type = events[i + 1]?.type ?? '';
      for (const was of before.supports) {
        const is = supportOf(after, was.thread);
        expect(is).toBeDefined();
        if (is === undefined || isDeepStrictEqual(was, is)) continue;
        const fitting = Object.values(SUPPORT_TRANSITIONS).filter(
          ({ from, to, events: made }) =>
            (from as readonly string[]).includes(supportState(was)) &&
            (to ?? supportState(was)) === supportState(is) &&
            (made as readonly string[]).includes(type),
        );
        expect(fitting, `${type} ${supportState(was)} ${supportState(is)}`).not.toEqual([]);
      }
    }
  });

  test.prop([walks])('supporters are asked once at a time each, and only while somebody leads', (steps) => {
    for (const record of walk(steps).records) {
      const open = openSupports(record);
      if (!isHeld(record.status)) expect(open).toEqual([]);
      expect(new Set(open.map(({ holder }) => holder.id)).size).toBe(open.length);
      expect(open.length).toBeLessThanOrEqual(MAX_OPEN_SUPPORTS);
      for (const { escalations, no, hops } of record.supports) {
        expect(escalations).toBeLessThanOrEqual(1);
        expect(no).toBe(hops.length);
      }
    }
  });

  test.prop([walks, fc.integer({ min: 0, max: 4_000 })])(
    'an open support thread has a next step and wakes ahead; one that has ended is done',
    (steps, hours) => {
      for (const record of walk(steps).records) {
        const now = plusMs(record.head.at, hours * HOUR_MS);
        const context = { jurisdiction: JURISDICTION, timetable: TIMETABLE, now };
        for (const { thread, ended } of record.supports) {
          const step = threadStep(record, thread, context);
          if ('wakeAt' in step) expect(step.wakeAt > now).toBe(true);
          else if (step.next !== 'Done') expect(threadEvent(record, thread, context)).not.toBeNull();
          expect(step.next === 'Done').toBe(ended !== null);
        }
      }
    },
  );

  test.prop([walks])('the workflow of a support thread comes to a rest in a few steps', (steps) => {
    let petition = walk(steps).records.at(-1)!;
    const now = plusMs(petition.head.at, 2_000 * HOUR_MS);
    for (const no of [1, 2, 3]) {
      for (let i = 0; ; i++) {
        const happening = happeningOf(petition, { by: 'support-workflow', no }, now);
        if (happening === null) break;
        expect(i).toBeLessThan(10);
        petition = applyEvent(petition, aNextEvent(petition, happening, { at: now }));
      }
    }
  });
});
