import { issueWords } from '../../words/issues.js';
import type { ProblemIssue } from '../call.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { LIMITS, type Draft } from './draft.js';
import { groupFaults, groupFieldOf, isGroup } from './group-draft.js';
import { matterFaults, matterFieldOf } from './matter-draft.js';
import { parsePoint } from './parse-point.js';
import { isNameless, takesNameless } from './submitter-kinds.js';

const PHONE = /^\+?\d{8,15}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Check = (draft: Draft) => string | null;

const required = (value: string): string | null => (value.trim() === '' ? 'required' : null);

const tooShort = (value: string): string | null =>
  value.trim().length < LIMITS.shortest ? 'too-short' : null;

const place: Check = ({ unit, pointText }) => (unit === null && pointText.trim() === '' ? 'no-place' : null);
const point: Check = ({ pointText }) =>
  pointText.trim() !== '' && parsePoint(pointText) === null ? 'invalid-point' : null;

/** In the order of the form, which is the order of the summary. Keys are the ids of the fields. */
const CHECKS: Record<string, Check> = {
  category: ({ category }) => (category === '' ? 'unknown-category' : null),
  unit: place,
  point,
  description: ({ description }) => required(description) ?? tooShort(description),
  kind: (draft) => (isNameless(draft) && !takesNameless(draft) ? 'anonymous-not-taken' : null),
  name: (draft) => (isNameless(draft) ? null : required(draft.name)),
};

/** What stands below the representatives of a group. Whoever gives no name is asked for no contact. */
const CONTACT_CHECKS: Record<string, Check> = {
  phone: ({ phone, ...draft }) =>
    !isGroup(draft) && !isNameless(draft) && phone.trim() !== '' && !PHONE.test(phone.replace(/[ .-]/g, ''))
      ? 'invalid-phone'
      : null,
  email: ({ email, ...draft }) =>
    !isNameless(draft) && email.trim() !== '' && !EMAIL.test(email.trim()) ? 'invalid-email' : null,
  consent: ({ hasConsent }) => (hasConsent ? null : 'consent-needed'),
};

const faultsOf = (checks: Readonly<Record<string, Check>>, draft: Draft): FieldErrors =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const code = check(draft);
      return code === null ? [] : [[field, issueWords({ code, params: { min: LIMITS.shortest } })]];
    }),
  );

/** What can be seen to be wrong before anything is sent. The API checks everything again. */
export const checkDraft = (draft: Draft): FieldErrors => ({
  ...faultsOf(CHECKS, draft),
  ...matterFaults(draft),
  ...groupFaults(draft),
  ...faultsOf(CONTACT_CHECKS, draft),
});

/** Pointers of the API whose field has another name here. */
const FIELD_OF: Record<string, string> = { conditions: 'category', urgent: 'urgent', point: 'point' };

/** The form's field of a fault: `/submitter/email` belongs to `email`, `/photos/1` to `photos`. */
const fieldOf = (pointer: string): string => {
  const [, first = '', second] = pointer.split('/');
  return first === 'submitter' && second !== undefined ? second : (FIELD_OF[first] ?? first);
};

/** Faults that the API found, at the fields of the form; the first one of each field. */
export const fieldErrorsOf = (issues: readonly ProblemIssue[]): FieldErrors => {
  const errors: Record<string, string> = {};
  for (const { pointer, message } of issues)
    errors[groupFieldOf(pointer) ?? matterFieldOf(pointer) ?? fieldOf(pointer)] ??= message;
  return errors;
};
