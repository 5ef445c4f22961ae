import { isRealDay } from '../../../core/deadline/local-day.js';
import { issueWords } from '../../words/issues.js';
import { SUBMITTER_WORDS } from '../../words/labels.js';
import type { CategoryItem } from '../api.js';
import type { ProblemIssue } from '../call.js';
import type { FieldErrors } from '../ui/error-summary.js';
import type { MeetingDraft, Row } from './draft.js';

/** As the API has them. */
export const ROW_LIMITS = { description: 5_000, name: 120, address: 300, shortest: 10 } as const;
const MOST_ROWS = 100;

const PHONE = /^\+?\d{8,15}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface Fault {
  code: string;
  params?: Record<string, number>;
}

const required = (value: string): Fault | null => (value.trim() === '' ? { code: 'required' } : null);

const unless = (value: string, isGood: boolean, code: string): Fault | null =>
  value.trim() === '' || isGood ? null : { code };

const tooLong = (value: string, max: number): Fault | null =>
  value.trim().length > max ? { code: 'too-long', params: { max } } : null;

const shortText = (value: string): Fault | null =>
  value.trim().length < ROW_LIMITS.shortest
    ? { code: 'too-short', params: { min: ROW_LIMITS.shortest } }
    : null;

type Categories = readonly Pick<CategoryItem, 'code'>[];

/** Where the categories could not be read, the API alone decides. */
const isKnown = (code: string, categories: Categories): boolean =>
  categories.length === 0 || categories.some((category) => category.code === code);

const CHECKS: { [F in keyof Row]?: (value: string, categories: Categories) => Fault | null } = {
  category: (value, categories) =>
    value !== '' && isKnown(value, categories) ? null : { code: 'unknown-category' },
  description: (value) => required(value) ?? shortText(value) ?? tooLong(value, ROW_LIMITS.description),
  name: (value) => required(value) ?? tooLong(value, ROW_LIMITS.name),
  kind: (value) => (Object.hasOwn(SUBMITTER_WORDS, value) ? null : { code: 'submitter-kind' }),
  phone: (value) => unless(value, PHONE.test(value.replace(/[ .-]/g, '')), 'invalid-phone'),
  email: (value) => unless(value, EMAIL.test(value.trim()), 'invalid-email'),
  address: (value) => tooLong(value, ROW_LIMITS.address),
  followUpOn: (value) => unless(value, isRealDay(value.trim()), 'not-a-day'),
};

/** What can be seen to be wrong with one row, by field. */
export const checkRow = (row: Row, categories: Categories): Partial<Record<keyof Row, string>> =>
  Object.fromEntries(
    Object.entries(CHECKS).flatMap(([field, check]) => {
      const fault = check(row[field as keyof Row], categories);
      return fault === null ? [] : [[field, issueWords(fault)]];
    }),
  );

/** Id of a row's field on the page. */
export const rowFieldId = (row: number, field: string): string => `row-${row}-${field}`;

/** What can be seen to be wrong before anything is sent, by the id of the field. The API checks everything again. */
export const checkMeeting = (draft: MeetingDraft, today: string, categories: Categories): FieldErrors => {
  const errors: Record<string, string> = {};
  if (!isRealDay(draft.heldOn)) errors['heldOn'] = issueWords({ code: 'not-a-day' });
  else if (draft.heldOn > today) errors['heldOn'] = issueWords({ code: 'in-future' });
  if (draft.unit === null) errors['unit'] = issueWords({ code: 'no-place' });
  if (draft.rows.length > 0 && draft.heldOn < today && draft.reason.trim() === '')
    errors['reason'] = issueWords({ code: 'required' });
  if (draft.rows.length > MOST_ROWS) errors['table'] = `Mỗi lần ghi tối đa ${MOST_ROWS} kiến nghị.`;
  draft.rows.forEach((row, i) => {
    for (const [field, message] of Object.entries(checkRow(row, categories)))
      errors[rowFieldId(i, field)] = message;
  });
  if (draft.rows.length > 0 && !draft.hasConsent) errors['consent'] = issueWords({ code: 'consent-needed' });
  return errors;
};

const FIELD_OF: Record<string, string> = { receivedAtReason: 'reason', items: 'table' };

/** Faults that the API found, at the fields of the page: `/items/2/submitter/phone` belongs to `row-2-phone`. */
export const meetingErrorsOf = (issues: readonly ProblemIssue[]): FieldErrors => {
  const errors: Record<string, string> = {};
  for (const { pointer, message } of issues) {
    const [, first = '', row, field = '', part] = pointer.split('/');
    const isOfRow = first === 'items' && row !== undefined;
    const id = isOfRow ? rowFieldId(Number(row), part ?? field) : (FIELD_OF[first] ?? first);
    errors[id] ??= message;
  }
  return errors;
};
