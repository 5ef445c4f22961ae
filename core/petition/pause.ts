import type { Instant } from '../time.js';
import type { EventData } from '../events.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { TenureEnd } from './jurisdiction.js';
import type { Pause, Petition, Task } from './petition.js';
import type { StepContext } from './rule-context.js';
import { commitmentOf } from './commitment.js';
import { endOfTenure } from './tenure.js';

/** When a pause ends by itself, and why: the resident's time is over, or the holder that asked holds it no longer. */
export const endOfPause = (
  pause: Pause,
  tenure: TenureEnd | null,
): { at: Instant; because: 'no-answer' | TenureEnd['because'] } =>
  tenure !== null && tenure.at < pause.until.at ? tenure : { at: pause.until.at, because: 'no-answer' };

/**
 * The holder's term and the promise to the resident once the clock runs on: both later by the pause (days or
 * office time, as the term counts), which ends at its end at the latest, however late the workflow looks. A promise that was broken before the clock
 * stopped stays broken.
 */
export const termsAfterPause = (
  petition: Petition & { task: Task },
  { jurisdiction, timetable, now }: StepContext,
): Pick<EventData<'ResidentAnswered'>, 'resolveBy' | 'promised' | 'stoodUntil' | 'commitment'> => {
  const { task, promised } = petition;
  const commitment = commitmentOf(task);
  const { pause } = task;
  if (pause === null) return { resolveBy: task.resolveBy, promised };
  const end = endOfPause(pause, endOfTenure(petition, jurisdiction)).at;
  const stood = { since: pause.since, until: now < end ? now : end };
  const ahead = (due: DeadlineRef) => (due.at <= pause.since ? due : timetable.afterPause(due, stood));
  const moved = (due: DeadlineRef | null) => (due === null ? null : ahead(due));
  return {
    resolveBy: moved(task.resolveBy),
    promised: { ...promised, resolveBy: moved(promised.resolveBy) },
    ...(commitment !== null && { commitment: ahead(commitment) }),
    // Else it can be read off the record: the end of the resident's time, or the event itself.
    ...(end <= now && end !== pause.until.at && { stoodUntil: end }),
  };
};
