import { addDays } from '../deadline/local-day.js';
import type { InputIssue } from '../errors.js';
import type { CategoryFacts } from '../ports/registers.js';
import { localDayOf, type Instant, type LocalDay } from '../time.js';
import { checkGroup } from './check-group.js';
import type { Submission } from './submission.js';

/** How many days ago the desk may have received what it enters now. */
export const MAX_DAYS_BACK = 30;
const MAX_FOLLOW_UP_DAYS = 366;

/** Why a day or instant cannot be that of a receipt; null when it can. */
export const receiptFault = (day: LocalDay, now: Instant): Omit<InputIssue, 'pointer'> | null => {
  const today = localDayOf(now);
  if (day > today) return { code: 'in-future' };
  return day < addDays(today, -MAX_DAYS_BACK)
    ? { code: 'too-far-back', params: { max: MAX_DAYS_BACK } }
    : null;
};

const receiptIssues = ({ entered, file }: Submission, now: Instant): InputIssue[] => {
  const receivedAt = entered?.receivedAt;
  if (receivedAt === undefined)
    return file.receivedAtReason === undefined ? [] : [{ pointer: '/receivedAt', code: 'required' }];
  const fault = receivedAt > now ? { code: 'in-future' } : receiptFault(localDayOf(receivedAt), now);
  return [
    ...(fault === null ? [] : [{ pointer: '/receivedAt', ...fault }]),
    ...(file.receivedAtReason === undefined ? [{ pointer: '/receivedAtReason', code: 'required' }] : []),
  ];
};

const followUpIssues = (day: LocalDay, category: CategoryFacts | null, now: Instant): InputIssue[] => {
  const pointer = '/followUpOn';
  const today = localDayOf(now);
  if (category?.lane === 'admin') return [{ pointer, code: 'no-follow-up' }];
  if (day <= today) return [{ pointer, code: 'follow-up-past' }];
  return day > addDays(today, MAX_FOLLOW_UP_DAYS)
    ? [{ pointer, code: 'follow-up-too-far', params: { max: MAX_FOLLOW_UP_DAYS } }]
    : [];
};

/** What is wrong with the fields that only the reception desk gives, and with those of a group. */
export const checkEntered = (
  submission: Submission,
  category: CategoryFacts | null,
  now: Instant,
): InputIssue[] => {
  const day = submission.entered?.followUpOn;
  return [
    ...receiptIssues(submission, now),
    ...checkGroup(submission),
    ...(day === undefined ? [] : followUpIssues(day, category, now)),
  ];
};
