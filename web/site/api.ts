import type { PetitionFinding } from '../../core/audit/verify-petition.js';
import type { Holding } from '../../core/use-cases/list-holdings.js';
import type { Petition } from '../../core/petition/petition.js';
import type { MeetingKind, MeetingSummary } from '../../core/meetings/meeting.js';
import type { ListedPetition } from '../../core/ports/audit.js';
import type { Letter } from '../letters/resident-letter.js';
import type { TrackedPetition } from '../../core/use-cases/track-petition.js';
import { ask, bearer, call, json, query } from './call.js';

/** What the pages need of the answers of the API; the API's own description is `/api/openapi.json`. */
export interface CategoryItem {
  code: string;
  label: string;
  explain?: string;
  examples?: string[];
  questions?: { key: string; question: string }[];
  /** Circumstances that make it urgent; empty = never. */
  urgentWhen?: string;
  /** Number to call instead when there is danger. */
  emergency?: string | null;
  /** What belongs to another category. */
  elsewhere?: string;
  /** The unit is not shown who handed it in. */
  hidesSubmitter?: boolean;
}

export interface UnitItem {
  id: string;
  name: string;
  /** A former unit is followed to its successor. */
  isCurrent?: boolean;
  /** What happens there may be handed in without a name. */
  takesAnonymous?: true;
  /** Of a former province: the first day on which it was no more. */
  validTo?: string;
}

export type Place = { unit: string } | { point: { lat: number; lon: number } };

export type PetitionBody = Place & {
  category: string;
  conditions?: Record<string, boolean>;
  urgent?: true;
  address?: string;
  description: string;
  /** Where there are several, the first one included. */
  matters?: (Partial<Place> & {
    category: string;
    conditions?: Record<string, boolean>;
    address?: string;
    description?: string;
  })[];
  /** JPEG, base64. */
  photos?: string[];
  /** Not of those who give no name. */
  submitter: { kind: string; name?: string; phone?: string; email?: string };
  /** Of a people's group. */
  people?: number;
  representatives?: { name: string; phone?: string }[];
  channel: string;
  consent: true;
};

export interface SubmittedPetition {
  code: string;
  secret: string;
  status: string;
  /** What it was split into; empty for one matter. */
  matters: { code: string; category: string }[];
  promised: { firstNoticeBy: string; resolveBy: string | null };
}

export type TrackedStatus = Omit<TrackedPetition, 'promised' | 'reclassifications' | 'matters'> & {
  categoryLabel: string;
  matters?: (TrackedPetition['matters'][number] & { categoryLabel: string })[];
  reclassifications?: { at: string; fromLabel: string; toLabel: string }[];
};

/** A resident's word: the last part of the route, and its body without the secret. */
export interface ResidentWord {
  path: 'answers' | 'feedback' | 'withdrawal';
  body: Record<string, unknown>;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface HistoryEvent {
  seq: number;
  type: string;
  at: string;
  actor: { kind: string };
  data: unknown;
  prevHash: string;
  hash: string;
  petitionId?: string;
  schema?: number;
  release?: string;
  alg?: string;
}

/** The record as it stands, with what is computed from it. */
export type PetitionRecord = Petition & {
  categoryLabel: string;
  placeName: string | null;
  dueAt: string | null;
  late: boolean;
};

/** A notice that a clerk must bring to its recipient, with what is needed to do so. */
export interface DeskNotice {
  petitionId: string;
  id: string;
  kind: string;
  code: string;
  promisedAt: string;
  to:
    | { kind: 'resident'; name: string; phone: string | null; email: string | null; address: string | null }
    | { kind: 'agency'; agencyId: string; name: string; role: 'main' | 'head' };
  /** What is to be read out or printed; only with the kinds `decision` and `question`. */
  said: string | null;
}

/** A notice to a resident in the words of a paper. */
export type DeskLetter = Letter;

/** Who stands at the desk: telephone or e-mail as given at intake, and the name. */
export interface DeskWho {
  contact: string;
  name: string;
}

/** A petition of that person. */
export interface FoundPetition {
  petitionId: string;
  code: string;
  categoryLabel: string;
  receivedOn: string;
  status: Petition['status'];
  canRecover: boolean;
}

/** A receipt to print; its secret is shown this once. */
export interface NewReceipt {
  code: string;
  secret: string;
  receiptNo: number;
  categoryLabel: string;
  receivedOn: string;
  statusUrl: string;
}

/** One matter raised at a meeting; without `unit` it is about the ward of the meeting. */
export interface MeetingItemBody {
  category: string;
  description: string;
  unit?: string;
  address?: string;
  addressee?: string;
  externalRef?: string;
  followUpOn?: string;
  submitter: { kind: string; name: string; phone?: string; email?: string };
}

export interface MeetingBody {
  kind: MeetingKind;
  heldOn: string;
  unit: string;
  receivedBy?: string;
  receivedAtReason?: string;
  consent?: true;
  items: MeetingItemBody[];
}

export interface MeetingReceipt {
  id: string;
  items: SubmittedPetition[];
}

export type ListedMeeting = MeetingSummary & { placeName: string | null };

/** One item of a meeting's minutes: its petition as it stands. */
export interface MinutesItem {
  row: number;
  code: string;
  category: string;
  categoryLabel: string;
  placeName: string | null;
  status: Petition['status'];
  holder: { id: string; name: string } | null;
  dueAt: string | null;
  followUpAt: string | null;
  late: boolean;
  /** Code of the petition that it repeats. */
  duplicateOf?: string | null;
  outcome: { kind: string; at: string; agencyName: string } | null;
}

/** A petition that may say the same as another one. */
export interface DuplicateCandidate {
  code: string;
  categoryLabel: string;
  receivedAt: string;
  status: Petition['status'];
  holder: { id: string; name: string } | null;
}

export type Minutes = Omit<ListedMeeting, 'items'> & { items: (MinutesItem | null)[] };

export type DeliveredBy = 'phone' | 'post' | 'desk';

/** What a unit held then; `unreadable` are ids. */
export interface HoldingsPage extends Page<Holding> {
  unreadable: string[];
}

/** What the server says of one petition's history and record. */
export interface Verification {
  events: number;
  isSound: boolean;
  findings: PetitionFinding[];
}

export const api = {
  categories: () => call<{ items: CategoryItem[] }>('/api/categories'),
  /** Wards whose name contains the words, with or without accents. */
  units: (words: string) => call<{ items: UnitItem[] }>(`/api/units?${query({ q: words })}`),
  /** All provinces, those in force first. */
  provinces: () => call<{ items: UnitItem[] }>('/api/units?level=province'),
  submit: (body: PetitionBody, key: string) =>
    call<SubmittedPetition>('/api/petitions', json(body, { 'idempotency-key': key })),
  track: (code: string) => call<TrackedStatus>(`/api/petitions/${encodeURIComponent(code)}`),
  say: (code: string, { path, body }: ResidentWord, key: string) =>
    call<unknown>(
      `/api/petitions/${encodeURIComponent(code)}/${path}`,
      json(body, { 'idempotency-key': key }),
    ),
  /** The signed document of the answer, a PDF. */
  signedFile: async (code: string, secret: string): Promise<Blob> =>
    (await ask(`/api/petitions/${encodeURIComponent(code)}/signed-file`, json({ secret }))).blob(),
  auditList: (token: string, fields: Record<string, string>) =>
    call<Page<ListedPetition>>(`/api/audit/petitions?${query(fields)}`, { headers: bearer(token) }),
  /** As it is now, or as it stood at an instant. */
  auditPetition: (token: string, id: string, at = '') =>
    call<PetitionRecord>(`/api/audit/petitions/${encodeURIComponent(id)}?${query({ at })}`, {
      headers: bearer(token),
    }),
  auditVerification: (token: string, id: string) =>
    call<Verification>(`/api/audit/petitions/${encodeURIComponent(id)}/verification`, {
      headers: bearer(token),
    }),
  auditHoldings: (token: string, fields: Record<string, string>) =>
    call<HoldingsPage>(`/api/audit/holdings?${query(fields)}`, { headers: bearer(token) }),
  auditHistory: (token: string, id: string) =>
    call<{ events: HistoryEvent[] }>(`/api/audit/petitions/${encodeURIComponent(id)}/history`, {
      headers: bearer(token),
    }),
  notices: (token: string, fields: Record<string, string>) =>
    call<Page<DeskNotice>>(`/api/operator/notices?${query(fields)}`, { headers: bearer(token) }),
  duplicates: (token: string, code: string) =>
    call<{ items: DuplicateCandidate[] }>(`/api/operator/petitions/${encodeURIComponent(code)}/duplicates`, {
      headers: bearer(token),
    }),
  recordMeeting: (token: string, body: MeetingBody, key: string) =>
    call<MeetingReceipt>('/api/meetings', json(body, { ...bearer(token), 'idempotency-key': key })),
  meetings: (token: string, fields: Record<string, string>) =>
    call<{ items: ListedMeeting[] }>(`/api/audit/meetings?${query(fields)}`, { headers: bearer(token) }),
  minutes: (token: string, id: string) =>
    call<Minutes>(`/api/audit/meetings/${encodeURIComponent(id)}`, { headers: bearer(token) }),
  letter: (token: string, { petitionId, id }: Pick<DeskNotice, 'petitionId' | 'id'>) =>
    call<DeskLetter>(
      `/api/operator/notices/${encodeURIComponent(petitionId)}/${encodeURIComponent(id)}/letter`,
      { headers: bearer(token) },
    ),
  search: (token: string, who: DeskWho) =>
    call<{ items: FoundPetition[]; more: boolean }>('/api/operator/searches', json(who, bearer(token))),
  newReceipt: (
    token: string,
    petitionId: string,
    { key, ...body }: DeskWho & { reason: string; key: string },
  ) =>
    call<NewReceipt>(
      `/api/operator/petitions/${encodeURIComponent(petitionId)}/receipts`,
      json(body, { ...bearer(token), 'idempotency-key': key }),
    ),
  recordDelivery: (token: string, notice: Pick<DeskNotice, 'petitionId' | 'id'>, by: DeliveredBy) =>
    call<unknown>(
      `/api/operator/notices/${encodeURIComponent(notice.petitionId)}/${encodeURIComponent(notice.id)}/delivery`,
      json({ by }, bearer(token)),
    ),
};

/** Only on one's own machine: tokens of demo users, and legal time. */
export const localApi = {
  isHere: (): boolean => ['localhost', '127.0.0.1'].includes(location.hostname),
  token: async (user: string): Promise<string> =>
    (await call<{ token: string }>('/_local/token', json({ user }))).token,
  now: async (): Promise<string> => (await call<{ now: string }>('/_local/clock')).now,
};
