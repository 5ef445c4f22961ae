import { MAX_MATTERS } from '../../../core/petition/matter-schemas.js';
import { issueWords } from '../../words/issues.js';
import type { PetitionBody } from '../api.js';
import type { FieldErrors } from '../ui/error-summary.js';

/** Another thing that is handed in with the first, as typed. */
export interface MatterDraft {
  category: string;
  description: string;
}

/** What the form holds of matters: the first one is the form's own category and description. */
export interface MattersDraft {
  category: string;
  otherMatters: readonly MatterDraft[];
}

export const EMPTY_MATTER: MatterDraft = { category: '', description: '' };

/** As the API has it. */
const SHORTEST = 10;
export const MOST_OTHERS = MAX_MATTERS - 1;

/** Id of a field of one other matter. */
export const matterField = (i: number, field: keyof MatterDraft): string => `matter-${i}-${field}`;

/** Names of the fields for the summary of errors. */
export const MATTER_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: MOST_OTHERS }, (_, i) => [
    [matterField(i, 'category'), `Loại việc của việc ${i + 2}`],
    [matterField(i, 'description'), `Mô tả việc ${i + 2}`],
  ]).flat(),
) as Record<string, string>;

const faultsOf = ({ category, description }: MatterDraft, i: number): [string, string][] => {
  const length = description.trim().length;
  const code = length === 0 ? 'required' : length < SHORTEST ? 'too-short' : null;
  return [
    ...(category === ''
      ? [[matterField(i, 'category'), issueWords({ code: 'unknown-category' })] as [string, string]]
      : []),
    ...(code === null
      ? []
      : [
          [matterField(i, 'description'), issueWords({ code, params: { min: SHORTEST } })] as [
            string,
            string,
          ],
        ]),
  ];
};

/** What can be seen to be wrong with the other matters, by the ids of their fields. */
export const matterFaults = ({ otherMatters }: MattersDraft): FieldErrors =>
  Object.fromEntries(otherMatters.flatMap(faultsOf));

/** What the body says of matters; nothing where there is only one. */
export const matterBodyOf = ({ category, otherMatters }: MattersDraft): Pick<PetitionBody, 'matters'> =>
  otherMatters.length === 0
    ? {}
    : {
        matters: [
          { category },
          ...otherMatters.map((matter) => ({
            category: matter.category,
            description: matter.description.normalize('NFC').trim(),
          })),
        ],
      };

/** The form's field of a fault that the API found: `/matters/1/category`. Null for any other pointer. */
export const matterFieldOf = (pointer: string): string | null => {
  const [, first, at = '0', field] = pointer.split('/');
  if (first !== 'matters') return null;
  const no = Number(at);
  if (no === 0) return field === 'description' ? 'description' : 'category';
  return matterField(no - 1, field === 'description' ? 'description' : 'category');
};
