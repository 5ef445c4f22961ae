import { issueWords } from '../../words/issues.js';
import type { DenunciationPost } from '../sealed-api.js';
import type { FieldErrors } from '../ui/error-summary.js';

/** The choice "none of these": the name is written by hand. */
export const BY_NAME = 'by-name';

export const LIMITS = { description: 5_000, evidence: 2_000, shortest: 30 };

/** What was typed. In the memory of this page only: a machine may be shared with whoever is denounced. */
export const EMPTY = {
  agency: '',
  agencyName: '',
  superiorToo: false,
  person: '',
  description: '',
  evidence: '',
  name: '',
  address: '',
  phone: '',
  email: '',
  hasConsent: false,
};
export type DenounceDraft = typeof EMPTY;

type Check = (draft: DenounceDraft) => string | null;
const required = (value: string): string | null => (value.trim() === '' ? 'required' : null);

/** In the order of the form. */
const CHECKS: Record<string, Check> = {
  agency: ({ agency }) => required(agency),
  agencyName: ({ agency, agencyName }) => (agency === BY_NAME ? required(agencyName) : null),
  person: ({ person }) => required(person),
  description: ({ description }) =>
    required(description) ?? (description.trim().length < LIMITS.shortest ? 'too-short' : null),
  name: ({ name }) => required(name),
  address: ({ address }) => required(address),
  consent: ({ hasConsent }) => (hasConsent ? null : 'required'),
};

export const checkDenunciation = (draft: DenounceDraft): FieldErrors =>
  Object.fromEntries(
    Object.entries(CHECKS).flatMap(([field, check]) => {
      const code = check(draft);
      return code === null ? [] : [[field, issueWords({ code, params: { min: LIMITS.shortest } })]];
    }),
  );

const given = (key: 'evidence' | 'phone' | 'email', value: string): Partial<Record<typeof key, string>> =>
  value.trim() === '' ? {} : { [key]: value.trim() };

export const postOf = (unit: string, draft: DenounceDraft): DenunciationPost => ({
  unit,
  accused:
    draft.agency === BY_NAME
      ? { name: draft.agencyName.trim() }
      : { agency: draft.agency, superiorToo: draft.superiorToo },
  person: draft.person.trim(),
  description: draft.description.trim(),
  ...given('evidence', draft.evidence),
  denouncer: {
    name: draft.name.trim(),
    address: draft.address.trim(),
    ...given('phone', draft.phone),
    ...given('email', draft.email),
  },
  consent: true,
});
