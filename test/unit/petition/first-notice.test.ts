import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../core/event-parts.js';
import type { Happening } from '../../../core/events.js';
import type { Jurisdiction } from '../../../core/petition/jurisdiction.js';
import { nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { workflowEvent } from '../../../core/petition/workflow-events.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { smallJurisdiction, smallTimetable } from '../../support/asl/small-registers.js';
import { aDeadline, aPetition, resolved, routed } from '../../support/builders/petition-builder.js';
import { asked } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';

const TIMETABLE = smallTimetable('thuong');
/** Ten working days after the receipt on Monday 3 March. */
const FIRST_NOTICE_BY = vn('2025-03-17', '17:00');
/** Long after the term of the first notice. */
const DUE = vn('2025-05-09', '17:00');

const before = (at: Instant): Instant => plusMs(at, -1);
const step = (petition: Petition, at: Instant) =>
  nextStep(petition, { jurisdiction: smallJurisdiction(), timetable: TIMETABLE, now: at });
/** Nothing but the first notice and the deadline is ahead. */
const atDistrict = (assignment: Partial<Assignment>, ...more: Happening[]): Petition =>
  aPetition(
    { data: { promised: { firstNoticeBy: aDeadline(FIRST_NOTICE_BY), resolveBy: aDeadline(DUE) } } },
    routed({ acceptBy: null, resolveBy: aDeadline(DUE), ...assignment }),
    ...more,
  );
const quiet = { ...TIMETABLE, reminders: () => [] };
const QUIET = { jurisdiction: smallJurisdiction(), timetable: quiet };
const MISSED: Happening = {
  type: 'HolderReminded',
  data: { taskNo: 1, kind: 'first-notice', planned: FIRST_NOTICE_BY, copyToHead: true },
};
const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };

describe('the legal term of the first written notice', () => {
  test('is watched while the resident has heard nothing in writing', () => {
    const due = { next: 'Remind', kind: 'first-notice', planned: FIRST_NOTICE_BY };
    expect(nextStep(atDistrict({}), { ...QUIET, now: before(FIRST_NOTICE_BY) })).toEqual({
      next: 'AwaitDecision',
      wakeAt: FIRST_NOTICE_BY,
    });
    expect(nextStep(atDistrict({}), { ...QUIET, now: FIRST_NOTICE_BY })).toEqual(due);
    expect(nextStep(atDistrict({}), { ...QUIET, now: vn('2025-04-01', '09:00') })).toEqual(due);
  });

  test('is told to the holder and its head, once', () => {
    const petition = atDistrict({});
    const context = { jurisdiction: smallJurisdiction(), timetable: quiet, now: FIRST_NOTICE_BY };
    expect(workflowEvent(petition, nextStep(petition, context), context)).toEqual(MISSED);
    expect(nextStep(atDistrict({}, MISSED), { ...QUIET, now: FIRST_NOTICE_BY })).toEqual({
      next: 'AwaitDecision',
      wakeAt: DUE,
    });
  });

  test.each<[string, Happening[]]>([
    ['after an acceptance', [accepted]],
    ['once it was told', [MISSED]],
  ])('is over %s', (_when, happenings) => {
    expect(nextStep(atDistrict({}, ...happenings), { ...QUIET, now: vn('2025-04-01', '09:00') })).toEqual({
      next: 'AwaitDecision',
      wakeAt: DUE,
    });
  });

  test('is over with a question, and with an answer', () => {
    expect(step(atDistrict({}, asked(DUE)), FIRST_NOTICE_BY)).toEqual({ next: 'AwaitResident', wakeAt: DUE });
    expect(step(atDistrict({}, resolved()), FIRST_NOTICE_BY).next).toBe('AwaitFeedback');
  });

  test('is none in the Party lane', () => {
    const party = aPetition(
      { data: { lane: 'party' } },
      routed({ acceptBy: null, resolveBy: null, followUpAt: aDeadline(DUE) }),
    );
    expect(step(party, FIRST_NOTICE_BY)).toEqual({ next: 'AwaitDecision', wakeAt: DUE });
  });

  test('waits for a holder that is gone: whoever holds it next is told', () => {
    const jurisdiction: Jurisdiction = {
      ...smallJurisdiction(),
      tenureEnd: () => ({ at: FIRST_NOTICE_BY, because: 'holder-abolished' }),
    };
    const context = { jurisdiction, timetable: TIMETABLE, now: FIRST_NOTICE_BY };
    expect(nextStep(atDistrict({}), context)).toEqual({ next: 'Reassign' });
  });

  test('waits for a deadline that is missed: whoever holds it next is told', () => {
    const missed = atDistrict({ resolveBy: aDeadline(FIRST_NOTICE_BY) });
    expect(step(missed, FIRST_NOTICE_BY)).toEqual({ next: 'Escalate', lateSince: FIRST_NOTICE_BY });
  });
});
