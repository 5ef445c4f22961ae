import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { mustWake, nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { type Instant } from '../../../core/time.js';
import {
  ACCEPT_BY,
  DUE,
  OPENED,
  TIMETABLE,
  WEEK_CONTEXT,
  accept,
  assigned,
  delivered,
  reminded,
} from '../../support/builders/assigned-week.js';
import { aDeadline, aText, anAssignment, resolved } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';

describe('the sleeping workflow', () => {
  const wakes = (from: Petition, to: Petition, now: Instant = OPENED) =>
    mustWake(from, to, { ...WEEK_CONTEXT, now });
  const other = anAssignment({ acceptBy: aDeadline(ACCEPT_BY), resolveBy: aDeadline(DUE) });

  test('is woken by a new holder and by a decision', () => {
    const transferred: Happening = {
      type: 'PetitionTransferred',
      data: { taskNo: 1, text: aText(), assignment: other, weight: 1 },
    };
    expect(wakes(assigned(), assigned({}, transferred))).toBe(true);
    expect(wakes(assigned(), assigned({}, resolved()))).toBe(true);
  });

  test('sleeps on through a note, an acceptance and an extension: what they move, moves back', () => {
    const later = aDeadline(vn('2025-03-12', '17:00'));
    const extended: Happening = {
      type: 'DeadlineExtended',
      data: {
        taskNo: 1,
        text: aText(),
        resolveBy: later,
        promised: { firstNoticeBy: later, resolveBy: later },
      },
    };
    expect(
      wakes(assigned(), assigned({}, { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } })),
    ).toBe(false);
    expect(wakes(assigned(), assigned({}, accept))).toBe(false);
    expect(wakes(assigned({}, accept), assigned({}, accept, extended))).toBe(false);
  });

  test('is woken by an acceptance that brings a reminder of the deadline forward', () => {
    // Late in accepting, the next reminder is tomorrow's; once accepted, the one at half of the time is still to come today.
    const late = assigned({}, reminded(vn('2025-03-05', '08:00'), 'overdue'));
    const at = vn('2025-03-05', '09:00');
    const accepted = assigned({}, reminded(vn('2025-03-05', '08:00'), 'overdue'), accept);
    const today = vn('2025-03-05', '15:00');
    const timetable = {
      ...TIMETABLE,
      reminders: (_from: Instant, due: Instant) => (due === DUE ? [today] : []),
    };
    const then = { ...WEEK_CONTEXT, timetable, now: at };
    const morning = vn('2025-03-06', '08:00');
    expect(nextStep(late, then)).toEqual({ next: 'AwaitDecision', wakeAt: morning });
    expect(nextStep(accepted, then)).toEqual({ next: 'AwaitDecision', wakeAt: today });
    expect(mustWake(late, accepted, then)).toBe(true);
  });

  test('sleeps on when the answer was delivered: it looks when the time to object may be over', () => {
    const at = vn('2025-03-04', '09:00');
    const until = TIMETABLE.feedback(at).at;
    expect(wakes(assigned({}, resolved()), assigned({}, resolved(), delivered(until)), at)).toBe(false);
  });

  test('is woken when a wake-up is due already', () => {
    expect(
      wakes(
        assigned({}, accept),
        assigned({}, accept, { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } }),
        DUE,
      ),
    ).toBe(true);
  });
});
