import type { InputIssue } from '../errors.js';
import { isAnonymous } from '../petition/anonymous.js';
import { GROUP_RULES, mostRepresentatives, PEOPLE_GROUP } from '../petition/group-petition.js';
import type { Submission } from './submission.js';

const { fewestPeople } = GROUP_RULES;

/** Whom so many people may name. */
const representativeIssues = ({ entered, file }: Submission): InputIssue[] => {
  const { representatives } = file;
  if (representatives === undefined) return [];
  const people = entered?.people;
  if (people === undefined) return [{ pointer: '/people', code: 'required' }];
  if (people < fewestPeople)
    return [{ pointer: '/people', code: 'too-few-people', params: { min: fewestPeople } }];
  const max = mostRepresentatives(people);
  return representatives.length > max
    ? [{ pointer: '/representatives', code: 'too-many-representatives', params: { max } }]
    : [];
};

/** On the public channel a group says how many it is and who speaks for it, and nobody else does. */
const publicIssues = (submission: Submission): InputIssue[] => {
  const { entered, file } = submission;
  const isGiven = {
    people: entered?.people !== undefined,
    representatives: file.representatives !== undefined,
  };
  const fields = ['people', 'representatives'] as const;
  if (isAnonymous(file.submitter.kind))
    return isGiven.people ? [{ pointer: '/people', code: 'group-only' }] : [];
  if (file.submitter.kind !== PEOPLE_GROUP)
    return fields
      .filter((field) => isGiven[field])
      .map((field) => ({ pointer: `/${field}`, code: 'group-only' }));
  const missing = fields.filter((field) => !isGiven[field]);
  if (missing.length > 0) return missing.map((field) => ({ pointer: `/${field}`, code: 'required' }));
  return (entered?.people ?? 0) < fewestPeople
    ? [{ pointer: '/people', code: 'group-too-small', params: { min: fewestPeople } }]
    : representativeIssues(submission);
};

/**
 * What is wrong with how many hand it in and who speaks for them. The desk writes down what it was handed; whoever posts
 * it on the public channel is asked for everything.
 */
export const checkGroup = (submission: Submission): InputIssue[] =>
  submission.enteredBy === undefined ? publicIssues(submission) : representativeIssues(submission);
