import { MAX_MATTERS } from '../../../core/petition/matter-schemas.js';
import { issueWords } from '../../words/issues.js';
import type { PetitionBody, Place, UnitItem } from '../api.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { knownConditions, type Answer } from './answers.js';
import { parsePoint } from './parse-point.js';

/** Another thing that is handed in with the first, as typed. */
export interface MatterDraft {
  category: string;
  conditions: Record<string, Answer>;
  description: string;
  /** Not where the first one is: then it says where. */
  isElsewhere: boolean;
  unit: UnitItem | null;
  pointText: string;
  address: string;
}

/** What the form holds of matters: the first one is the form's own category and description. */
export interface MattersDraft {
  category: string;
  otherMatters: readonly MatterDraft[];
}

export const EMPTY_MATTER: MatterDraft = {
  category: '',
  conditions: {},
  description: '',
  isElsewhere: false,
  unit: null,
  pointText: '',
  address: '',
};

/** As the API has it. */
const SHORTEST = 10;
export const MOST_OTHERS = MAX_MATTERS - 1;

export type MatterField = 'category' | 'description' | 'elsewhere' | 'unit' | 'point' | 'address';

/** Id of a field of one other matter. */
export const matterField = (i: number, field: MatterField): string => `matter-${i}-${field}`;

const LABELS: Partial<Record<MatterField, string>> = {
  category: 'Loại việc của việc',
  description: 'Mô tả việc',
  unit: 'Phường, xã của việc',
  point: 'Tọa độ của việc',
  address: 'Địa chỉ của việc',
};

/** Names of the fields for the summary of errors. */
export const MATTER_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: MOST_OTHERS }, (_, i) =>
    Object.entries(LABELS).map(([field, label]) => [
      matterField(i, field as MatterField),
      `${label} ${i + 2}`,
    ]),
  ).flat(),
) as Record<string, string>;

const descriptionFault = (description: string): string | null => {
  const { length } = description.trim();
  if (length === 0) return 'required';
  return length < SHORTEST ? 'too-short' : null;
};

const placeFaults = ({ isElsewhere, unit, pointText }: MatterDraft): Partial<Record<MatterField, string>> => {
  if (!isElsewhere) return {};
  const isPointed = pointText.trim() !== '';
  if (isPointed) return parsePoint(pointText) === null ? { point: 'invalid-point' } : {};
  return unit === null ? { unit: 'no-place' } : {};
};

const faultsOf = (matter: MatterDraft, i: number): [string, string][] => {
  const description = descriptionFault(matter.description);
  const codes: Partial<Record<MatterField, string>> = {
    ...(matter.category === '' && { category: 'unknown-category' }),
    ...placeFaults(matter),
    ...(description !== null && { description }),
  };
  return Object.entries(codes).map(([field, code]) => [
    matterField(i, field as MatterField),
    issueWords({ code, params: { min: SHORTEST } }),
  ]);
};

/** What can be seen to be wrong with the other matters, by the ids of their fields. */
export const matterFaults = ({ otherMatters }: MattersDraft): FieldErrors =>
  Object.fromEntries(otherMatters.flatMap(faultsOf));

const trimmed = (value: string): string => value.normalize('NFC').trim();

/** A point says more than a ward, as for the first matter. */
const placeOf = ({
  isElsewhere,
  unit,
  pointText,
  address,
}: MatterDraft): Partial<Place> & { address?: string } => {
  if (!isElsewhere) return {};
  const point = parsePoint(pointText);
  return {
    ...(point === null ? { unit: unit?.id ?? '' } : { point }),
    ...(trimmed(address) !== '' && { address: trimmed(address) }),
  };
};

const otherBody = (matter: MatterDraft): NonNullable<PetitionBody['matters']>[number] => {
  const conditions = knownConditions(matter.conditions);
  return {
    category: matter.category,
    ...(Object.keys(conditions).length > 0 && { conditions }),
    ...placeOf(matter),
    description: trimmed(matter.description),
  };
};

/** What the body says of matters; nothing where there is only one. */
export const matterBodyOf = ({ category, otherMatters }: MattersDraft): Pick<PetitionBody, 'matters'> =>
  otherMatters.length === 0 ? {} : { matters: [{ category }, ...otherMatters.map(otherBody)] };

const SHOWN: readonly string[] = ['description', 'unit', 'point', 'address'] satisfies MatterField[];

const shownAt = (field: string | undefined): MatterField =>
  field !== undefined && SHOWN.includes(field) ? (field as MatterField) : 'category';

/** The form's field of a fault that the API found: `/matters/1/category`. Null for any other pointer. */
export const matterFieldOf = (pointer: string): string | null => {
  const [, first, at = '0', field] = pointer.split('/');
  if (first !== 'matters') return null;
  const no = Number(at);
  if (no === 0) return field === 'description' ? 'description' : 'category';
  return matterField(no - 1, shownAt(field));
};
