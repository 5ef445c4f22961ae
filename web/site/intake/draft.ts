import { ANONYMOUS } from '../../../core/petition/anonymous.js';
import type { PetitionBody, Place, UnitItem } from '../api.js';
import { knownConditions, type Answer } from './answers.js';
import { EMPTY_REPRESENTATIVE, groupBodyOf, isGroup, type GroupDraft } from './group-draft.js';
import { matterBodyOf, type MatterDraft } from './matter-draft.js';
import { parsePoint } from './parse-point.js';

/** What the form holds. */
export interface Draft extends GroupDraft {
  category: string;
  conditions: Record<string, Answer>;
  isUrgent: boolean;
  unit: UnitItem | null;
  pointText: string;
  address: string;
  description: string;
  otherMatters: readonly MatterDraft[];
  photos: Photo[];
  name: string;
  phone: string;
  email: string;
  hasConsent: boolean;
}

/** A photo after it was made smaller; the file of the camera never leaves the browser. */
export interface Photo {
  name: string;
  previewUrl: string;
  base64: string;
}

/** As the API has them. */
export const LIMITS = {
  shortest: 10,
  description: 5_000,
  address: 300,
  name: 120,
  phone: 20,
  email: 254,
  photos: 3,
} as const;

export const EMPTY_DRAFT: Draft = {
  category: '',
  conditions: {},
  isUrgent: false,
  unit: null,
  pointText: '',
  address: '',
  description: '',
  otherMatters: [],
  photos: [],
  kind: 'person',
  people: '',
  representatives: [EMPTY_REPRESENTATIVE],
  name: '',
  phone: '',
  email: '',
  hasConsent: false,
};

const trimmed = (value: string): string => value.normalize('NFC').trim();

const optional = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  trimmed(value) === '' ? {} : ({ [key]: trimmed(value) } as Record<K, string>);

/** A point says more than a ward: it decides where a ward was divided. */
const placeOf = ({ unit, pointText }: Draft): Place => {
  const point = parsePoint(pointText);
  return point === null ? { unit: unit?.id ?? '' } : { point };
};

const photosOf = ({ photos }: Draft): Pick<PetitionBody, 'photos'> =>
  photos.length === 0 ? {} : { photos: photos.map(({ base64 }) => base64) };

/** The contact of a group is its first representative, whose phone stands there. */
const submitterOf = (draft: Draft): PetitionBody['submitter'] => {
  const { kind, name, phone, email } = draft;
  if (kind === ANONYMOUS) return { kind };
  return {
    ...{ kind, name: trimmed(name) },
    ...(isGroup(draft) ? {} : optional('phone', phone)),
    ...optional('email', email),
  };
};

/** The body of `POST /api/petitions`. */
export const bodyOf = (draft: Draft): PetitionBody => ({
  ...placeOf(draft),
  category: draft.category,
  conditions: knownConditions(draft.conditions),
  ...(draft.isUrgent ? { urgent: true as const } : {}),
  ...optional('address', draft.address),
  description: trimmed(draft.description),
  ...matterBodyOf(draft),
  ...photosOf(draft),
  submitter: submitterOf(draft),
  ...groupBodyOf(draft),
  channel: 'web',
  consent: true,
});
