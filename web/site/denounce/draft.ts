import { issueWords } from '../../words/issues.js';
import { MAX_FILES, MAX_TOTAL_BYTES } from '../../../core/files/file-limits.js';
import type { DenunciationPost, DenunciationSaid } from '../sealed-api.js';
import type { FieldErrors } from '../ui/error-summary.js';

/** The choice "none of these": the name is written by hand. */
export const BY_NAME = 'by-name';

export const LIMITS = { description: 5_000, evidence: 2_000, shortest: 30 };

/** A file ready to send. Its name stays here. */
export interface Picked {
  name: string;
  base64: string;
  bytes: number;
}

/** What was typed. In the memory of this page only: a machine may be shared with whoever is denounced. */
export const EMPTY = {
  agency: '',
  agencyName: '',
  superiorToo: false,
  person: '',
  description: '',
  evidence: '',
  files: [] as readonly Picked[],
  name: '',
  address: '',
  phone: '',
  email: '',
  hasConsent: false,
};
export type DenounceDraft = typeof EMPTY;

type Check<Draft> = (draft: Draft) => string | null;
export type Checks<Draft> = Record<string, Check<Draft>>;
export const required = (value: string): string | null => (value.trim() === '' ? 'required' : null);

/** In the order of the form. */
export const SAID_CHECKS: Checks<DenounceDraft> = {
  agency: ({ agency }) => required(agency),
  agencyName: ({ agency, agencyName }) => (agency === BY_NAME ? required(agencyName) : null),
  person: ({ person }) => required(person),
  description: ({ description }) =>
    required(description) ?? (description.trim().length < LIMITS.shortest ? 'too-short' : null),
  name: ({ name }) => required(name),
  address: ({ address }) => required(address),
};

const CHECKS: Checks<DenounceDraft> = {
  ...SAID_CHECKS,
  consent: ({ hasConsent }) => (hasConsent ? null : 'required'),
};

/** Why files cannot be sent together; undefined when they can. */
export const filesFault = (files: readonly Picked[]): string | undefined => {
  if (files.length > MAX_FILES) return issueWords({ code: 'too-many-files', params: { max: MAX_FILES } });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return total > MAX_TOTAL_BYTES
    ? issueWords({ code: 'files-too-large', params: { maxBytes: MAX_TOTAL_BYTES } })
    : undefined;
};

/** What is missing, by field. */
export const checkDraft = <Draft>(checks: Checks<Draft>, draft: Draft): FieldErrors =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const code = check(draft);
      return code === null ? [] : [[field, issueWords({ code, params: { min: LIMITS.shortest } })]];
    }),
  );

export const checkDenunciation = (draft: DenounceDraft): FieldErrors => checkDraft(CHECKS, draft);

const given = (key: 'evidence' | 'phone' | 'email', value: string): Partial<Record<typeof key, string>> =>
  value.trim() === '' ? {} : { [key]: value.trim() };

/** What is said, apart from who hands it in how. */
export const saidOf = (unit: string, draft: DenounceDraft): DenunciationSaid => ({
  unit,
  accused:
    draft.agency === BY_NAME
      ? { name: draft.agencyName.trim() }
      : { agency: draft.agency, superiorToo: draft.superiorToo },
  person: draft.person.trim(),
  description: draft.description.trim(),
  ...given('evidence', draft.evidence),
  ...(draft.files.length > 0 && { files: draft.files.map(({ base64 }) => base64) }),
  denouncer: {
    name: draft.name.trim(),
    address: draft.address.trim(),
    ...given('phone', draft.phone),
    ...given('email', draft.email),
  },
});

export const postOf = (unit: string, draft: DenounceDraft): DenunciationPost => ({
  ...saidOf(unit, draft),
  consent: true,
});
