import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { formerHolders } from '../../../core/petition/petition.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  closed,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import {
  answered,
  appealed,
  asked,
  feedbackGiven,
  forwarded,
  guided,
  pauseEnded,
  promisedBy,
  reopened,
  supplemented,
  withdrawn,
} from '../../support/builders/resident-happenings.js';

const UNTIL = '2025-03-17T10:00:00.000Z';
const MOVED = '2025-03-26T10:00:00.000Z';
const LATER = '2025-04-01T10:00:00.000Z';
const WARD = 'ubnd-phuong-thoi-an';
const DISTRICT = { id: 'ubnd-quan-12', name: 'Ủy ban nhân dân Quận 12', tier: 'huyen' };
const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };

describe('the record after', () => {
  test('a question: the clock stands still, the task counts as taken, the question is found again', () => {
    const petition = aPetition({}, routed(), asked(UNTIL));
    const { at, seq } = petition.head;
    expect(petition).toMatchObject({ status: 'WAITING_RESIDENT', firstNoticeAt: at });
    expect(petition.task).toMatchObject({
      ...{ acceptedAt: at, pauses: 1 },
      pause: { since: at, until: { at: UNTIL }, seq },
    });
  });

  test('a question on a task that was accepted before: it stays accepted from then', () => {
    const before = aPetition({}, routed(), accepted);
    expect(aPetition({}, routed(), accepted, asked(UNTIL)).task?.acceptedAt).toBe(before.head.at);
  });

  test.each<[string, Happening]>([
    ['the answer', answered(MOVED)],
    ['the end of the pause without one', pauseEnded(MOVED)],
  ])('%s: the clock runs on with what was left, and no reminder of the pause is caught up', (_what, ends) => {
    const petition = aPetition({}, routed(), asked(UNTIL), ends);
    expect(petition).toMatchObject({ status: 'ACCEPTED', promised: promisedBy(MOVED) });
    expect(petition.task).toMatchObject({
      ...{ no: 1, pauses: 1, pause: null },
      ...{ resolveBy: { at: MOVED }, remindedFor: petition.head.at },
    });
  });

  test('a second question on the same task: counted', () => {
    const petition = aPetition({}, routed(), asked(UNTIL), answered(MOVED), asked(LATER));
    expect(petition.task).toMatchObject({ pauses: 2, pause: { until: { at: LATER }, seq: 5 } });
  });

  test('something added: counted, and nothing else but a longer history', () => {
    const { head: _before, ...before } = aPetition({}, routed());
    const { head: _after, ...after } = aPetition({}, routed(), supplemented());
    expect(after).toEqual({ ...before, supplements: 1 });
  });

  test.each<[string, Happening, object]>([
    ['guidance', guided(), { kind: 'guided', track: 'khieu-nai', ground: null }],
    ['forwarding', forwarded(), { kind: 'forwarded', track: null, ground: null }],
  ])('%s: an outcome like any other', (_what, decision, outcome) => {
    const petition = aPetition({}, routed(), decision);
    expect(petition.outcome).toMatchObject({ ...outcome, agencyId: WARD, seq: 3 });
    expect(petition).toMatchObject({ endedInPauseSince: null, firstNoticeAt: petition.head.at });
  });

  test('an answer given while waiting: the pause is over, its beginning is kept', () => {
    const waiting = aPetition({}, routed(), asked(UNTIL));
    const petition = aPetition({}, routed(), asked(UNTIL), resolved());
    expect(petition).toMatchObject({ status: 'RESOLVED', task: { pause: null } });
    expect(petition.endedInPauseSince).toBe(waiting.task?.pause?.since);
  });

  test.each<[string, Happening[]]>([
    ['before anybody held it', []],
    ['while a unit held it', [routed()]],
  ])('a withdrawal %s: nobody holds it any more, and it is over', (_when, happenings) => {
    const petition = aPetition({}, ...happenings, withdrawn());
    expect(petition).toMatchObject({
      status: 'WITHDRAWN',
      task: null,
      outcome: null,
      endedInPauseSince: null,
    });
    expect(petition.closedAt).toBe(petition.head.at);
  });

  test('a withdrawal while waiting: the beginning of the pause is kept', () => {
    const waiting = aPetition({}, routed(), asked(UNTIL));
    expect(aPetition({}, routed(), asked(UNTIL), withdrawn()).endedInPauseSince).toBe(
      waiting.task?.pause?.since,
    );
  });

  test.each([true, false])('a word on the answer (satisfied: %s): kept beside it', (satisfied) => {
    const petition = aPetition({}, routed(), resolved(), feedbackGiven(satisfied));
    expect(petition).toMatchObject({
      status: 'RESOLVED',
      feedback: { at: petition.head.at, satisfied, rating: satisfied ? 5 : 1 },
    });
  });

  test.each<[string, Happening, object]>([
    ['reopened', reopened(LATER), { reopenings: 1, appeals: 0, task: { no: 2, holder: { id: WARD } } }],
    [
      'appealed',
      appealed(LATER, { holder: DISTRICT }),
      { reopenings: 0, appeals: 1, task: { no: 2, holder: DISTRICT } },
    ],
  ])(
    'not being satisfied (%s): a task of its own, as if there had been no answer',
    (kind, again, expected) => {
      const delivered: Happening = {
        type: 'AnswerDelivered',
        data: { by: 'email', feedbackUntil: aDeadline(LATER) },
      };
      const petition = aPetition({}, routed(), asked(UNTIL), resolved(), delivered, again);
      expect(petition).toMatchObject({
        ...{ status: 'ASSIGNED', outcome: null, delivered: null, feedbackUntil: null, feedback: null },
        ...{ endedInPauseSince: null, promised: promisedBy(LATER), ...expected },
        hops: [{}, { kind, from: WARD }],
      });
      expect(petition.task).toMatchObject({ acceptedAt: null, pauses: 0, pause: null });
      expect(formerHolders(petition)).toEqual([WARD]);
    },
  );

  test('closing: who was satisfied, and by whom it was answered, stays known', () => {
    const petition = aPetition({}, routed(), resolved(), feedbackGiven(true), closed());
    expect(petition).toMatchObject({
      ...{ status: 'CLOSED', task: null },
      ...{ outcome: { agencyId: WARD }, feedback: { satisfied: true } },
    });
  });
});

describe('the first written notice', () => {
  const transferred: Happening = {
    type: 'PetitionTransferred',
    data: { taskNo: 1, text: aText(), assignment: anAssignment({ holder: DISTRICT }), weight: 1 },
  };
  const beyond: Happening = {
    type: 'BeyondCompetenceDeclared',
    data: {
      ...{ taskNo: 1, text: aText(), conditions: {} },
      ...{ assignment: anAssignment({ holder: DISTRICT }), promised: promisedBy(LATER) },
    },
  };
  const extended: Happening = {
    type: 'DeadlineExtended',
    data: { taskNo: 1, text: aText(), resolveBy: aDeadline(LATER), promised: promisedBy(LATER) },
  };
  const escalated: Happening = {
    type: 'PetitionEscalated',
    data: { taskNo: 1, assignment: anAssignment({ holder: DISTRICT }), lateSince: LATER },
  };
  const missed: Happening = {
    type: 'HolderReminded',
    data: { taskNo: 1, kind: 'first-notice', planned: LATER, copyToHead: true },
  };

  test.each<[string, Happening]>([
    ['an acceptance', accepted],
    ['a question', asked(UNTIL)],
    ['an extension', extended],
    ['a transfer', transferred],
    ['not being competent', beyond],
    ['an answer', resolved()],
  ])('is %s', (_what, happening) => {
    const petition = aPetition({}, routed(), happening);
    expect(petition.firstNoticeAt).toBe(petition.head.at);
  });

  test.each<[string, Happening]>([
    ['a note', { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } }],
    ['an escalation, which no holder decided', escalated],
    ['what the resident adds', supplemented()],
  ])('is not %s', (_what, happening) => {
    expect(aPetition({}, routed(), happening).firstNoticeAt).toBeNull();
  });

  test('stays the first', () => {
    const once = aPetition({}, routed(), accepted);
    expect(aPetition({}, routed(), accepted, extended, resolved()).firstNoticeAt).toBe(once.head.at);
  });

  test('that was missed is remembered; the reminders of the deadline go on as before', () => {
    const petition = aPetition({}, routed(), missed);
    expect(petition).toMatchObject({ isFirstNoticeMissed: true, firstNoticeAt: null });
    expect(petition.task).toMatchObject({ remindedFor: null, overdueReminders: 0 });
  });
});
