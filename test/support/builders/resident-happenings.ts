import type { EventData, Happening } from '../../../core/events.js';
import type { Instant } from '../../../core/time.js';
import { aDeadline, anAssignment, aText } from './petition-builder.js';

const FIRST_NOTICE_BY = aDeadline('2025-03-17T10:00:00.000Z', { term: 'thuong.firstNotice' });

/** Promises with this term for the answer. */
export const promisedBy = (at: Instant): EventData<'PauseEnded'>['promised'] => ({
  firstNoticeBy: FIRST_NOTICE_BY,
  resolveBy: aDeadline(at),
});

/** The holder asks; the clock stands still until then at the longest. */
export const asked = (waitUntil: Instant, taskNo = 1): Happening => ({
  type: 'ResidentAsked',
  data: { taskNo, text: aText(), waitUntil: aDeadline(waitUntil, { term: 'thuong.residentAnswer' }) },
});

/** The resident answers; what was left ends then. */
export const answered = (resolveBy: Instant, taskNo = 1): Happening => ({
  type: 'ResidentAnswered',
  data: { taskNo, text: aText(), resolveBy: aDeadline(resolveBy), promised: promisedBy(resolveBy) },
});

export const pauseEnded = (
  resolveBy: Instant,
  because: EventData<'PauseEnded'>['because'] = 'no-answer',
): Happening => ({
  type: 'PauseEnded',
  data: { taskNo: 1, because, resolveBy: aDeadline(resolveBy), promised: promisedBy(resolveBy) },
});

export const supplemented = (taskNo = 1): Happening => ({
  type: 'ResidentSupplemented',
  data: { taskNo, text: aText() },
});

export const withdrawn = (): Happening => ({ type: 'PetitionWithdrawn', data: { text: null } });

export const feedbackGiven = (satisfied: boolean): Happening => ({
  type: 'FeedbackGiven',
  data: { satisfied, rating: satisfied ? 5 : 1, text: satisfied ? null : aText() },
});

type OpenedAgain = EventData<'PetitionReopened'>;

const again = (assignment: Partial<OpenedAgain['assignment']>, resolveBy: Instant): OpenedAgain => ({
  rating: 2,
  text: aText(),
  assignment: anAssignment({ resolveBy: aDeadline(resolveBy), ...assignment }),
  promised: promisedBy(resolveBy),
});

export const reopened = (
  resolveBy: Instant,
  assignment: Partial<OpenedAgain['assignment']> = {},
): Happening => ({ type: 'PetitionReopened', data: again(assignment, resolveBy) });

export const appealed = (
  resolveBy: Instant,
  assignment: Partial<OpenedAgain['assignment']> = {},
): Happening => ({ type: 'PetitionAppealed', data: again(assignment, resolveBy) });

const answer = { taskNo: 1, text: aText(), declaredBy: aText('b'.repeat(64)), documentNo: null };

export const guided = (): Happening => ({ type: 'PetitionGuided', data: { ...answer, track: 'khieu-nai' } });

export const forwarded = (): Happening => ({
  type: 'PetitionForwarded',
  data: { ...answer, body: aText('c'.repeat(64)) },
});
