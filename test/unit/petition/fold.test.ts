import { describe, expect, test } from 'vitest';
import { hashOfEvent } from '../../../core/audit/chain.js';
import type { Happening, PetitionEvent } from '../../../core/events.js';
import { applyEvent, BrokenHistoryError, foldHistory } from '../../../core/petition/fold.js';
import { formerHolders, type Petition } from '../../../core/petition/petition.js';
import { TRANSITIONS, type Command, type Status } from '../../../core/petition/transitions.js';
import {
  aFirstEvent,
  aNextEvent,
  aPetition,
  aText,
  closed,
  RECEIVED_AT,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { accepted, escalated, HAPPENINGS, IN, LATER, remindedOf, toDistrict } from './folding.js';

const history = (...happenings: Happening[]): PetitionEvent[] => {
  const events = [aFirstEvent()];
  let petition = applyEvent(null, aFirstEvent());
  for (const happening of happenings) {
    const event = aNextEvent(petition, happening);
    events.push(event);
    petition = applyEvent(petition, event);
  }
  return events;
};

describe('a history', () => {
  test.each([
    ['that begins with a later event', () => history(routed()).slice(1)],
    ['with a gap', () => history(routed(), accepted, resolved()).filter((event) => event.seq !== 3)],
    [
      'with an event twice',
      () => history(routed(), accepted).flatMap((event) => (event.seq === 2 ? [event, event] : [event])),
    ],
    ['with a second first event', () => [aFirstEvent(), { ...aFirstEvent(), seq: 2 }]],
    ['that is empty', () => []],
  ])('%s is none', (_what, events) => {
    expect(() => foldHistory(events())).toThrow(BrokenHistoryError);
  });

  test('from before one could say whom it is about is read, and sealed, as it was written', () => {
    const first = aFirstEvent();
    expect(first.data).not.toHaveProperty('against');
    expect(hashOfEvent(first)).toBe(first.hash);
    expect(foldHistory([first]).against).toBeNull();
  });

  test('gives the same record whether it is folded at once or event by event', () => {
    const events = history(routed(), accepted, escalated, resolved({ taskNo: 2 }), closed());
    let petition: Petition | null = null;
    for (const event of events) petition = applyEvent(petition, event);
    expect(foldHistory(events)).toEqual(petition);
    expect(petition?.head).toMatchObject({
      seq: events.length,
      hash: events.at(-1)?.hash,
      at: events.at(-1)?.at,
    });
  });

  test('does not change the record that it goes on from', () => {
    const before = aPetition({}, routed());
    const copy = structuredClone(before);
    applyEvent(before, aNextEvent(before, escalated));
    expect(before).toEqual(copy);
  });
});

describe('the state after an event', () => {
  const pairs = (Object.keys(TRANSITIONS) as Command[]).flatMap((command) =>
    TRANSITIONS[command].from.map((status): [Command, Status] => [command, status]),
  );

  test.each(pairs)('of %s in %s is the one in the table of transitions', (command, status) => {
    const happening = HAPPENINGS[command];
    expect(happening.type).toBe(TRANSITIONS[command].event);
    const after = applyEvent(IN[status], aNextEvent(IN[status], happening));
    expect(after.status).toBe(TRANSITIONS[command].to ?? status);
  });
});

describe('the record after', () => {
  test('submission: nobody holds it, the facts are those of the event, the text is not in it', () => {
    const petition = aPetition();
    expect(petition).toMatchObject({
      status: 'SUBMITTED',
      task: null,
      hops: [],
      receivedAt: RECEIVED_AT,
      closedAt: null,
    });
    expect(Object.keys(petition)).not.toContain('text');
    expect(Object.keys(petition)).not.toContain('files');
  });

  test.each([
    [false, 'routed'],
    [true, 'triage'],
  ])('routing (to the desk: %s): the first task, and a hop from nobody', (isTriage, kind) => {
    const petition = aPetition({}, routed({ isTriage }));
    expect(petition).toMatchObject({ status: 'ASSIGNED', task: { no: 1, acceptedAt: null, extensions: 0 } });
    expect(petition.hops).toEqual([expect.objectContaining({ kind, from: null, to: 'ubnd-phuong-thoi-an' })]);
  });

  test('acceptance: the same task, accepted at the time of the event', () => {
    const petition = aPetition({}, routed(), accepted);
    expect(petition).toMatchObject({ status: 'ACCEPTED', task: { no: 1, acceptedAt: petition.head.at } });
  });

  test('escalation: a new task that nobody has accepted; what was promised stays', () => {
    const before = aPetition({}, routed(), accepted);
    const petition = aPetition({}, routed(), accepted, escalated);
    expect(petition).toMatchObject({
      status: 'ASSIGNED',
      escalations: 1,
      task: { no: 2, acceptedAt: null, overdueReminders: 0 },
    });
    expect(petition.promised).toEqual(before.promised);
    expect(formerHolders(petition)).toEqual(['ubnd-phuong-thoi-an']);
  });

  test.each([1, 2] as const)('a transfer of weight %i: counted by its weight', (weight) => {
    const transferred: Happening = {
      type: 'PetitionTransferred',
      data: { taskNo: 1, text: aText(), assignment: toDistrict, weight },
    };
    expect(aPetition({}, routed(), transferred)).toMatchObject({
      transfers: weight,
      hops: [{}, { kind: 'transferred' }],
    });
  });

  test('beyond competence: conditions that were answered are kept, and the promise is the new one', () => {
    const petition = aPetition(
      { data: { conditions: { 'tai-pham': false } } },
      routed(),
      HAPPENINGS['beyond-competence'],
    );
    expect(petition).toMatchObject({
      conditions: { 'tai-pham': false, 'lien-quan': true },
      promised: { firstNoticeBy: LATER, resolveBy: LATER },
    });
  });

  test('an extension: a later deadline of the same task, and of the promise', () => {
    const petition = aPetition({}, routed(), HAPPENINGS.extend);
    expect(petition).toMatchObject({
      status: 'ASSIGNED',
      task: { no: 1, resolveBy: LATER, extensions: 1 },
      promised: { resolveBy: LATER },
    });
  });

  test('reminders: the planned instant is remembered, overdue ones are counted', () => {
    const petition = aPetition(
      {},
      routed(),
      remindedOf('before-due', '2025-03-04T01:00:00.000Z'),
      remindedOf('overdue', '2025-03-05T01:00:00.000Z'),
      remindedOf('follow-up', '2025-03-06T01:00:00.000Z'),
    );
    expect(petition.task).toMatchObject({ remindedFor: '2025-03-06T01:00:00.000Z', overdueReminders: 1 });
  });

  test('a note: one more is counted, and nothing else but a longer history', () => {
    const before = aPetition({}, routed());
    const { head: _head, ...after } = applyEvent(before, aNextEvent(before, HAPPENINGS.note));
    expect({ ...before, task: { ...before.task, notes: 1 } }).toMatchObject(after);
  });

  test('the end of a holder: the successor has a task of its own, the count of escalations stays', () => {
    const petition = aPetition({}, routed(), HAPPENINGS.reassign);
    expect(petition).toMatchObject({ escalations: 0, task: { no: 2 }, hops: [{}, { kind: 'reassigned' }] });
  });

  test('a refusal: the outcome names agency, ground and the event whose text is the answer', () => {
    const petition = aPetition({}, routed(), HAPPENINGS.reject);
    expect(petition).toMatchObject({
      status: 'REJECTED',
      outcome: {
        kind: 'rejected',
        agencyId: 'ubnd-phuong-thoi-an',
        ground: 'already-settled',
        documentNo: '12/TB-UBND',
        seq: 3,
      },
    });
  });

  test('delivery and closing: when, by what, and that nobody holds it any more', () => {
    const petition = aPetition({}, routed(), resolved(), HAPPENINGS['confirm-delivery'], closed());
    expect(petition).toMatchObject({
      status: 'CLOSED',
      delivered: { by: 'phone' },
      feedbackUntil: LATER,
      task: null,
    });
    expect(petition.closedAt).toBe(petition.head.at);
  });
});
