import { ValidationError, type InputIssue } from '../errors.js';
import type { PetitionFacts } from '../petition/jurisdiction.js';
import type { CategoryFacts, Place, Registers } from '../ports/registers.js';
import type { Instant } from '../time.js';
import { checkAnonymous } from './check-anonymous.js';
import { checkEntered } from './check-entered.js';
import { checkNamedAgencies } from './check-named-agencies.js';
import type { Submission } from './submission.js';

type Located = Exclude<Place, { kind: 'unknown' }>;

/** A submission with what the registry says of it on the day of the act. */
export interface CheckedSubmission {
  submission: Submission;
  category: CategoryFacts;
  place: Located;
  now: Instant;
}

export const factsOf = ({ submission, category, place }: CheckedSubmission): PetitionFacts => ({
  category: category.code,
  conditions: submission.conditions,
  lane: category.lane,
  provinceId: place.provinceId,
  unitId: place.kind === 'ward' ? place.unitId : null,
  placeIssue: place.kind === 'ward' ? null : place.issue,
  addressee: submission.addressee,
  receivedBy: submission.receivedBy,
  against: submission.against,
});

const categoryIssues = (category: CategoryFacts, submission: Submission): InputIssue[] => {
  const known = new Set(category.conditions);
  const issues: InputIssue[] = [];
  if (Object.keys(submission.conditions).some((key) => !known.has(key)))
    issues.push({ pointer: '/conditions', code: 'unknown-condition' });
  if (submission.urgent && category.urgentWhen === '')
    issues.push({ pointer: '/urgent', code: 'never-urgent' });
  return issues;
};

/**
 * Asks the registry whether a submission can be taken in: its category and answers, its place, its agencies, its dates.
 * @throws ValidationError with everything that is wrong.
 */
export const checkSubmission = async (
  registers: Pick<Registers, 'category' | 'place' | 'jurisdiction' | 'takesAnonymous'>,
  submission: Submission,
  now: Instant,
): Promise<CheckedSubmission> => {
  const [category, place] = await Promise.all([
    registers.category(submission.category),
    registers.place(submission.place, now),
  ]);
  const issues: InputIssue[] =
    category === null
      ? [{ pointer: '/category', code: 'unknown-category' }]
      : categoryIssues(category, submission);
  if (place.kind === 'unknown')
    issues.push({ pointer: 'unit' in submission.place ? '/unit' : '/point', code: place.code });
  else issues.push(...(await checkAnonymous(registers, submission, place.provinceId)));
  issues.push(...checkEntered(submission, category, now));
  if (category === null || place.kind === 'unknown' || issues.length > 0) throw new ValidationError(issues);
  const checked = { submission, category, place, now };
  checkNamedAgencies(await registers.jurisdiction(place.provinceId), factsOf(checked), now);
  return checked;
};
