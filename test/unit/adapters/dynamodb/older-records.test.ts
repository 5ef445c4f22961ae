import { describe, expect, it } from 'vitest';
import { newNotice, parseNoticeItem, toNoticeItem } from '../../../../adapters/dynamodb/notice-item.js';
import { parsePetitionItem, toPetitionItem } from '../../../../adapters/dynamodb/petition-item.js';
import { parseSummaryItem } from '../../../../adapters/dynamodb/petition-summary.js';
import type { Happening } from '../../../../core/events.js';
import { NOTICE_KINDS } from '../../../../core/petition/notice-kinds.js';
import type { Petition } from '../../../../core/petition/petition.js';
import { aNotice } from '../../../support/builders/change-builder.js';
import {
  anAssignment,
  aPetition,
  aText,
  closed,
  petitionIdNo,
  resolved,
  routed,
} from '../../../support/builders/petition-builder.js';
import { HAPPENINGS } from '../../petition/folding.js';

/** Fields that came with the resident's word. */
const LATER_FIELDS = [
  ...['feedback', 'reopenings', 'appeals', 'supplements'],
  ...['endedInPauseSince', 'firstNoticeAt', 'isFirstNoticeMissed', 'receiptNo', 'dateMoves'],
] as const;

const without = (record: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !fields.includes(name)));

/** The item as it was stored before those fields. */
const older = (petition: Petition): object => {
  const item = toPetitionItem(petition);
  const task =
    petition.task &&
    without(petition.task, [
      ...['pauses', 'pause', 'notes'],
      ...['commitments', 'extensionRequest', 'extensionRequests'],
      ...['assignedTo', 'assignments', 'proposal', 'proposals'],
    ]);
  const outcome = petition.outcome && without(petition.outcome, ['track']);
  return {
    ...item,
    petition: { ...without(petition, LATER_FIELDS), task, outcome },
    summary: without(item['summary'] as object, ['clockStoppedAt']),
  };
};

const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
const transferred: Happening = {
  type: 'PetitionTransferred',
  data: { taskNo: 1, text: aText(), assignment: anAssignment(), weight: 1 },
};

describe('a record from before the resident could answer', () => {
  it.each<[string, Happening[]]>([
    ['submitted', []],
    ['assigned', [routed()]],
    ['accepted', [routed(), accepted]],
    ['transferred', [routed(), transferred]],
    ['accepted and answered', [routed(), accepted, resolved()]],
    ['answered without being accepted', [routed(), resolved()]],
    ['closed', [routed(), resolved(), closed()]],
  ])('is read as the fold of its history gives it: %s', (_state, happenings) => {
    const petition = aPetition({}, ...happenings);
    expect(parsePetitionItem(older(petition))).toEqual(petition);
  });

  it('is in the lists as before', () => {
    const petition = aPetition({}, routed(), resolved());
    expect(parseSummaryItem(older(petition))).toMatchObject({
      decidedAt: petition.outcome?.at,
      clockStoppedAt: null,
    });
  });
});

it('a draft from before there were codes waits for the link of the head', () => {
  const petition = aPetition({}, routed(), HAPPENINGS['propose-answer']);
  const item = toPetitionItem(petition);
  const { proposal } = petition.task ?? {};
  const task = { ...petition.task, proposal: proposal && without(proposal, ['code']) };
  expect(parsePetitionItem({ ...item, petition: { ...petition, task } })).toEqual(petition);
});

it.each(NOTICE_KINDS)('a notice of kind %s is read again', (kind) => {
  const notice = newNotice(aNotice({ petitionId: petitionIdNo(1), kind }));
  expect(parseNoticeItem(toNoticeItem(notice))).toEqual(notice);
});
