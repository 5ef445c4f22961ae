import type { Instant } from '../time.js';
import type { Timetable } from './timetable.js';

/**
 * When the next reminder of what was missed is due: each working morning, or each n-th as the class has it, from `first` on where that is named. Mornings
 * that were slept through are not made up for: the last of them stands for all.
 */
export const overdueReminderAt = (
  { missed, done, first }: { missed: Instant; done: Instant; first: Instant | null },
  { timetable, now }: { timetable: Pick<Timetable, 'nextOverdueReminder'>; now: Instant },
): Instant => {
  let at = first ?? timetable.nextOverdueReminder(done > missed ? done : missed, missed);
  for (let next = at; next <= now; next = timetable.nextOverdueReminder(next, missed)) at = next;
  return at;
};
