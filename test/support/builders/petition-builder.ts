import { genesisHash, sealEvent } from '../../../core/audit/chain.js';
import { createPetitionCode } from '../../../core/codes/petition-code.js';
import type { Actor, Assignment } from '../../../core/event-parts.js';
import type { EventData, Happening, PetitionEvent } from '../../../core/events.js';
import { parseEvent } from '../../../core/events.js';
import type { DeadlineRef } from '../../../core/petition/deadline-ref.js';
import { applyEvent } from '../../../core/petition/fold.js';
import type { Petition } from '../../../core/petition/petition.js';
import { plusMs, type Instant } from '../../../core/time.js';

/** 2025-03-03 08:30 in Việt Nam, a Monday: three tiers still stand. */
export const RECEIVED_AT: Instant = '2025-03-03T01:30:00.000Z';
const DAY_MS = 86_400_000;

/** The n-th petition id of a test; the same n gives the same id. */
export const petitionIdNo = (n: number): string =>
  `01950000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const codeNo = (n: number): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(n, 4);
  return createPetitionCode(bytes);
};

export const aDeadline = (at: Instant, overrides: Partial<DeadlineRef> = {}): DeadlineRef => ({
  at,
  term: 'thuong.resolve',
  calendar: 'lich-thu',
  provisional: false,
  ...overrides,
});

export const anAssignment = (overrides: Partial<Assignment> = {}): Assignment => ({
  holder: { id: 'ubnd-phuong-thoi-an', name: 'Ủy ban nhân dân phường Thới An', tier: 'xa' },
  holderValidTo: null,
  support: [],
  rule: {
    id: 'VSMT.xa',
    basis: 'Quyết định phân công',
    status: 'assumed',
    reason: 'Phường phụ trách địa bàn',
  },
  acceptBy: aDeadline(plusMs(RECEIVED_AT, DAY_MS), { term: 'thuong.accept' }),
  resolveBy: aDeadline(plusMs(RECEIVED_AT, 10 * DAY_MS)),
  followUpAt: null,
  isLastOwner: false,
  isTriage: false,
  ...overrides,
});

/** A valid digest of a text in the vault. */
export const aText = (digest = 'a'.repeat(64)): { digest: string } => ({ digest });

export const submittedData = (
  overrides: Partial<EventData<'PetitionSubmitted'>> = {},
): EventData<'PetitionSubmitted'> => ({
  code: codeNo(1),
  category: 'VSMT',
  conditions: {},
  lane: 'admin',
  serviceClass: 'thuong',
  provinceId: 'hcm',
  unitId: 'phuong-thoi-an',
  placeIssue: null,
  channel: 'web',
  submitterKind: 'ca-nhan',
  addressee: null,
  receivedBy: null,
  files: [],
  text: aText(),
  promised: {
    firstNoticeBy: aDeadline(plusMs(RECEIVED_AT, 14 * DAY_MS), { term: 'thuong.firstNotice' }),
    resolveBy: aDeadline(plusMs(RECEIVED_AT, 10 * DAY_MS)),
  },
  ...overrides,
});

interface First {
  /** Sets the petition's id and code. */
  n?: number;
  at?: Instant;
  data?: Partial<EventData<'PetitionSubmitted'>>;
}

/** The first event of petition number `n`, sealed. */
export const aFirstEvent = ({ n = 1, at = RECEIVED_AT, data = {} }: First = {}): PetitionEvent => {
  const petitionId = petitionIdNo(n);
  return parseEvent(
    sealEvent(genesisHash(petitionId), {
      schema: 1,
      petitionId,
      seq: 1,
      at,
      actor: { kind: 'resident' },
      release: 'release-thu',
      type: 'PetitionSubmitted',
      data: submittedData({ code: codeNo(n), ...data }),
    }),
  );
};

export interface Next {
  at?: Instant;
  actor?: Actor;
}

/** The next event of a petition, sealed onto its head; by default one minute later and by the system. */
export const aNextEvent = (
  petition: Petition,
  happening: Happening,
  { at, actor }: Next = {},
): PetitionEvent =>
  parseEvent(
    sealEvent(petition.head.hash, {
      schema: 1,
      petitionId: petition.id,
      seq: petition.head.seq + 1,
      at: at ?? plusMs(petition.head.at, 60_000),
      actor: actor ?? { kind: 'system' },
      release: 'release-thu',
      ...happening,
    }),
  );

/** A petition as submitted, moved on by any happenings. */
export const aPetition = (first: First = {}, ...happenings: Happening[]): Petition =>
  happenings.reduce<Petition>(
    (petition, happening) => applyEvent(petition, aNextEvent(petition, happening)),
    applyEvent(null, aFirstEvent(first)),
  );

/** Routed to an agency. */
export const routed = (assignment: Partial<Assignment> = {}): Happening => ({
  type: 'PetitionRouted',
  data: { assignment: anAssignment(assignment) },
});

export const resolved = (overrides: Partial<EventData<'PetitionResolved'>> = {}): Happening => ({
  type: 'PetitionResolved',
  data: {
    taskNo: 1,
    text: aText(),
    declaredBy: aText(),
    evidence: [],
    noEvidenceReason: null,
    documentNo: null,
    ...overrides,
  },
});

export const closed = (): Happening => ({
  type: 'PetitionClosed',
  data: { because: 'silence-after-delivery' },
});
