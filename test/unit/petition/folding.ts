import type { EventData, Happening } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { Command, Status } from '../../../core/petition/transitions.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  closed,
  RECEIVED_AT,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { FOLLOWS, linked, unlinked } from '../../support/builders/duplicate-happenings.js';
import {
  answered,
  appealed,
  asked,
  feedbackGiven,
  forwarded,
  guided,
  pauseEnded,
  reopened,
  supplemented,
  withdrawn,
} from '../../support/builders/resident-happenings.js';
import { matterEnded, splitInTwo } from '../../support/builders/matter-happenings.js';
import {
  supportEnded,
  supportExtensionAllowed,
  supportExtensionRefused,
  supportRequested,
  visitProposed,
} from '../../support/builders/support-happenings.js';

export const LATER = aDeadline('2025-04-01T10:00:00.000Z');
export const DISTRICT = { id: 'ubnd-quan-12', name: 'Ủy ban nhân dân Quận 12', tier: 'huyen' };
export const toDistrict = anAssignment({ holder: DISTRICT, resolveBy: LATER });

export const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
export const escalated: Happening = {
  type: 'PetitionEscalated',
  data: { taskNo: 1, assignment: toDistrict, lateSince: RECEIVED_AT },
};

export const remindedOf = (kind: 'before-due' | 'overdue' | 'follow-up', planned: string): Happening => ({
  type: 'HolderReminded',
  data: { taskNo: 1, kind, planned, copyToHead: false },
});

const KEPT = {
  support: [] as [],
  rule: { id: 'DATDAI.xa', basis: '', status: 'assumed', reason: 'Phường xem trước' },
  ...{ acceptBy: null, resolveBy: LATER, followUpAt: null },
} as const;

/** Environment becomes a matter of land, with other terms. */
export const reclassified = (
  to: Partial<Pick<EventData<'PetitionReclassified'>, 'assignment' | 'kept'>>,
): Happening => ({
  type: 'PetitionReclassified',
  data: {
    ...{ taskNo: 1, text: aText() },
    from: { category: 'VSMT', conditions: {}, serviceClass: 'thuong', lane: 'admin' },
    ...{ category: 'DATDAI', conditions: {}, serviceClass: 'phuc-tap', lane: 'admin' },
    ...{ assignment: null, kept: null, ...to },
    promised: { firstNoticeBy: LATER, resolveBy: LATER },
  },
});

/** One event of each command. */
export const HAPPENINGS: Record<Command, Happening> = {
  route: routed(),
  accept: accepted,
  resolve: resolved(),
  reject: {
    type: 'PetitionRejected',
    data: {
      taskNo: 1,
      ground: 'already-settled',
      text: aText(),
      declaredBy: aText(),
      documentNo: '12/TB-UBND',
    },
  },
  transfer: {
    type: 'PetitionTransferred',
    data: { taskNo: 1, text: aText(), assignment: toDistrict, weight: 1 },
  },
  'beyond-competence': {
    type: 'BeyondCompetenceDeclared',
    data: {
      ...{ taskNo: 1, text: aText(), assignment: toDistrict, conditions: { 'lien-quan': true } },
      promised: { firstNoticeBy: LATER, resolveBy: LATER },
    },
  },
  guide: guided(),
  forward: forwarded(),
  ask: asked(LATER.at),
  answer: answered(LATER.at),
  supplement: supplemented(),
  resume: pauseEnded(LATER.at),
  withdraw: withdrawn(),
  'give-feedback': feedbackGiven(true),
  reopen: reopened(LATER.at),
  appeal: appealed(LATER.at, { holder: DISTRICT }),
  reclassify: reclassified({ kept: KEPT }),
  'reclassify-elsewhere': reclassified({ assignment: toDistrict }),
  extend: {
    type: 'DeadlineExtended',
    data: {
      taskNo: 1,
      text: aText(),
      resolveBy: LATER,
      promised: { firstNoticeBy: LATER, resolveBy: LATER },
    },
  },
  recount: {
    type: 'DeadlinesRecounted',
    data: {
      ...{ taskNo: 1, acceptBy: null, resolveBy: LATER, followUpAt: null, waitUntil: LATER },
      commitment: null,
      feedbackUntil: LATER,
      supports: [],
      promised: { firstNoticeBy: LATER, resolveBy: LATER },
    },
  },
  'refer-up': {
    type: 'ArbitrationRequested',
    data: { taskNo: 1, text: aText(), assignment: toDistrict },
  },
  direct: { type: 'PetitionDirected', data: { taskNo: 1, text: aText(), assignment: toDistrict } },
  'request-extension': {
    type: 'ExtensionRequested',
    data: { taskNo: 1, text: aText(), until: LATER, superior: DISTRICT },
  },
  'approve-extension': {
    type: 'ExtensionApproved',
    data: {
      ...{ taskNo: 1, requestSeq: 3, text: null, declaredBy: aText(), resolveBy: LATER },
      ...{ promised: { firstNoticeBy: LATER, resolveBy: LATER }, previous: RECEIVED_AT },
    },
  },
  'refuse-extension': {
    type: 'ExtensionRefused',
    data: { taskNo: 1, requestSeq: 3, text: aText(), declaredBy: aText() },
  },
  assign: {
    type: 'TaskAssigned',
    data: { taskNo: 1, contactId: 'office-1', addressSince: RECEIVED_AT, text: aText() },
  },
  'propose-answer': {
    type: 'AnswerProposed',
    data: {
      ...{ taskNo: 1, decision: 'guide', text: aText(), declaredBy: aText(), documentNo: null },
      ...{ ground: null, track: 'khieu-nai', body: null, evidence: [], signedFile: null },
      ...{ noEvidenceReason: null, supportOpenReason: null },
    },
  },
  'return-answer': {
    type: 'AnswerReturned',
    data: { taskNo: 1, proposalSeq: 3, text: aText(), declaredBy: aText() },
  },
  'miss-code': { type: 'AnswerCodeFailed', data: { taskNo: 1, proposalSeq: 3, codeNo: 1, tryNo: 1 } },
  'request-code': {
    type: 'AnswerCodeRequested',
    data: {
      ...{ taskNo: 1, proposalSeq: 3, codeNo: 2, contactId: 'head' },
      ...{ addressSince: RECEIVED_AT, until: LATER.at },
    },
  },
  commit: { type: 'CommitmentMade', data: { taskNo: 1, text: aText(), commitment: LATER } },
  note: { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } },
  remind: remindedOf('before-due', '2025-03-04T01:00:00.000Z'),
  escalate: escalated,
  reassign: {
    type: 'PetitionReassigned',
    data: { taskNo: 1, assignment: toDistrict, because: 'holder-abolished' },
  },
  'request-support': supportRequested(),
  'end-support': supportEnded(),
  'allow-support-extension': supportExtensionAllowed(),
  'refuse-support-extension': supportExtensionRefused(),
  'propose-visit': visitProposed(),
  'confirm-delivery': { type: 'AnswerDelivered', data: { by: 'phone', feedbackUntil: LATER } },
  'recover-code': { type: 'CodeRecovered', data: { receiptNo: 2, reason: aText() } },
  split: splitInTwo(),
  'split-at-intake': splitInTwo(null),
  'end-matter': matterEnded('matter-1'),
  'link-duplicate': linked(),
  'unlink-duplicate': unlinked(),
  'return-duplicate': unlinked(toDistrict),
  'reassign-duplicate': {
    type: 'PetitionReassigned',
    data: { taskNo: 1, assignment: toDistrict, because: 'holder-abolished' },
  },
  'follow-resolved': resolved({ follows: FOLLOWS }),
  'follow-rejected': {
    type: 'PetitionRejected',
    data: {
      ...{ taskNo: 1, text: aText(), declaredBy: aText(), documentNo: null },
      ...{ ground: 'already-settled', follows: FOLLOWS },
    },
  },
  'follow-guided': guided(),
  'follow-forwarded': forwarded(),
  close: closed(),
};

/** A petition in each state. */
export const IN: Record<Status, Petition> = {
  SUBMITTED: aPetition(),
  ASSIGNED: aPetition({}, routed()),
  ACCEPTED: aPetition({}, routed(), accepted),
  WAITING_RESIDENT: aPetition({}, routed(), HAPPENINGS.ask),
  LINKED: aPetition({}, routed(), linked()),
  RESOLVED: aPetition({}, routed(), resolved()),
  REJECTED: aPetition({}, routed(), HAPPENINGS.reject),
  GUIDED: aPetition({}, routed(), HAPPENINGS.guide),
  FORWARDED: aPetition({}, routed(), HAPPENINGS.forward),
  WITHDRAWN: aPetition({}, routed(), HAPPENINGS.withdraw),
  SPLIT: aPetition({}, routed(), HAPPENINGS.split),
  CLOSED: aPetition({}, routed(), resolved(), closed()),
};
