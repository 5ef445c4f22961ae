import { isRealDay } from '../deadline/local-day.js';
import type { Happening } from '../events.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import { isLate, type Petition, type Task } from './petition.js';
import { endOfDayLike } from './until.js';

/** Dates to which one holder may commit itself while the petition is late. */
export const MAX_COMMITMENTS = 2;

/** The commitment that counts: the last one. */
export const commitmentOf = (task: Pick<Task, 'commitments'>): DeadlineRef | null =>
  task.commitments.at(-1) ?? null;

/** Those whose day has passed, for the pages. */
export const missedCommitments = ({ commitments }: Task, now: Instant): DeadlineRef[] =>
  commitments.filter(({ at }) => at <= now);

/** A late petition with a running clock whose holder has named no date yet. */
export const owesCommitment = (petition: Petition, now: Instant): boolean =>
  petition.task !== null &&
  petition.lane !== 'party' &&
  !petition.task.isTriage &&
  petition.task.pause === null &&
  commitmentOf(petition.task) === null &&
  isLate(petition, now);

export const mayCommit = (petition: Petition, now: Instant): boolean =>
  petition.task !== null &&
  petition.lane !== 'party' &&
  !petition.task.isTriage &&
  petition.task.commitments.length < MAX_COMMITMENTS &&
  isLate(petition, now);

/** Progress, and the day by which the holder of a late petition will settle it. */
export const committedTo = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { task } = petition;
  const { timetable, now } = context;
  if (task.isTriage) fail('/decision', 'desk-cannot-commit');
  if (!isLate(petition, now)) fail('/decision', 'not-late');
  if (task.commitments.length >= MAX_COMMITMENTS)
    fail('/decision', 'commitments-used-up', { max: MAX_COMMITMENTS });
  const latest = timetable.resolve(now) ?? fail('/decision', 'no-deadline');
  const until = required(input.until, '/until');
  if (!isRealDay(until)) fail('/until', 'not-a-day');
  const at = endOfDayLike(until, latest.at);
  if (at <= now) fail('/until', 'day-passed');
  if (at > latest.at) fail('/until', 'commitment-too-late', { latest: latest.at });
  return {
    type: 'CommitmentMade',
    data: {
      taskNo: task.no,
      text: required(input.text, '/text'),
      commitment: { ...latest, at, term: `${timetable.serviceClass}.commitmentNamed` },
    },
  };
};
