import {
  GROUP_RULES,
  MOST_PEOPLE,
  mostRepresentatives,
  PEOPLE_GROUP,
} from '../../../core/petition/group-petition.js';
import { issueWords } from '../../words/issues.js';
import type { PetitionBody } from '../api.js';
import type { FieldErrors } from '../ui/error-summary.js';

/** Somebody who speaks for the group, as typed; the first one is the contact. */
export interface RepresentativeDraft {
  name: string;
  phone: string;
}

/** What the form holds of a group. */
export interface GroupDraft {
  kind: string;
  people: string;
  representatives: readonly RepresentativeDraft[];
}

export const EMPTY_REPRESENTATIVE: RepresentativeDraft = { name: '', phone: '' };

const PHONE = /^\+?\d{8,15}$/;

export const isGroup = ({ kind }: Pick<GroupDraft, 'kind'>): boolean => kind === PEOPLE_GROUP;

/** Null for what is no number of people. */
export const peopleOf = ({ people }: Pick<GroupDraft, 'people'>): number | null => {
  const typed = people.replace(/[\s.]/g, '');
  if (!/^\d{1,6}$/.test(typed)) return null;
  const count = Number(typed);
  return count >= 1 && count <= MOST_PEOPLE ? count : null;
};

/** How many representatives may be named; one as long as nobody knows for how many. */
export const roomFor = (draft: Pick<GroupDraft, 'people'>): number =>
  Math.max(1, mostRepresentatives(peopleOf(draft) ?? 0));

/** Id of a field of one representative. */
export const representativeField = (i: number, field: keyof RepresentativeDraft): string =>
  `representative-${i}-${field}`;

/** Names of the fields for the summary of errors. */
export const GROUP_LABELS: Readonly<Record<string, string>> = Object.fromEntries([
  ['people', 'Số người cùng kiến nghị'],
  ...Array.from({ length: GROUP_RULES.representativesOfMany }, (_, i) => [
    [representativeField(i, 'name'), `Họ tên người đại diện ${i + 1}`],
    [representativeField(i, 'phone'), `Số điện thoại người đại diện ${i + 1}`],
  ]).flat(),
]) as Record<string, string>;

const peopleFault = (draft: GroupDraft): string | null => {
  if (draft.people.trim() === '') return issueWords({ code: 'required' });
  const people = peopleOf(draft);
  if (people === null) return issueWords({ code: 'people-number' });
  const { fewestPeople } = GROUP_RULES;
  return people < fewestPeople
    ? issueWords({ code: 'group-too-small', params: { min: fewestPeople } })
    : null;
};

const ownFaults = ({ name, phone }: RepresentativeDraft, i: number): [string, string][] => {
  const faults: [string, string][] = [];
  if (name.trim() === '') faults.push([representativeField(i, 'name'), issueWords({ code: 'required' })]);
  if (phone.trim() !== '' && !PHONE.test(phone.replace(/[ .-]/g, '')))
    faults.push([representativeField(i, 'phone'), issueWords({ code: 'invalid-phone' })]);
  return faults;
};

/** What can be seen to be wrong with a group, by the ids of the fields; nothing for other submitters. */
export const groupFaults = (draft: GroupDraft): FieldErrors => {
  if (!isGroup(draft)) return {};
  const fault = peopleFault(draft);
  const faults = Object.fromEntries([
    ...(fault === null ? [] : [['people', fault]]),
    ...draft.representatives.flatMap(ownFaults),
  ]) as Record<string, string>;
  const max = roomFor(draft);
  if (fault === null && draft.representatives.length > max)
    faults[representativeField(0, 'name')] ??= issueWords({
      ...{ code: 'too-many-representatives', params: { max } },
    });
  return faults;
};

/** What the body says of a group. */
export const groupBodyOf = (draft: GroupDraft): Pick<PetitionBody, 'people' | 'representatives'> =>
  isGroup(draft)
    ? {
        people: peopleOf(draft) ?? 0,
        representatives: draft.representatives.map(({ name, phone }) => ({
          name: name.normalize('NFC').trim(),
          ...(phone.trim() !== '' && { phone: phone.trim() }),
        })),
      }
    : {};

/** The form's field of a fault that the API found: `/representatives/1/phone`. Null for any other pointer. */
export const groupFieldOf = (pointer: string): string | null => {
  const [, first, at = '0', field] = pointer.split('/');
  if (first !== 'representatives') return null;
  return representativeField(Number(at), field === 'phone' ? 'phone' : 'name');
};
