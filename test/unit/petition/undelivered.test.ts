import { describe, expect, test } from 'vitest';
import type { EventData, Happening } from '../../../core/events.js';
import { applyEvent } from '../../../core/petition/fold.js';
import type { Notice } from '../../../core/petition/notices.js';
import { followUpOf, isMailboxDead, type UndeliveredCase } from '../../../core/petition/undelivered.js';
import { aNotice } from '../../support/builders/change-builder.js';
import {
  aDeadline,
  aNextEvent,
  aPetition,
  closed,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';

const LATER = aDeadline('2025-04-01T10:00:00.000Z');

const undelivered = (data: Partial<EventData<'NoticeUndelivered'>> = {}): Happening => ({
  type: 'NoticeUndelivered',
  data: {
    ...{ noticeId: '000003-0', kind: 'decision', promisedBy: 3, taskNo: null, to: { kind: 'resident' } },
    ...{ reason: 'bounce', bounceType: 'Permanent', followUp: { kind: 'worklist' } },
    ...data,
  },
});

describe('a mail that came back', () => {
  const delivered = (by: 'email' | 'phone'): Happening => ({
    type: 'AnswerDelivered',
    data: { by, feedbackUntil: LATER },
  });
  const answered = (...more: Happening[]) => aPetition({}, routed(), resolved(), ...more);

  test('with the answer: it was not delivered, and the time to object has not begun', () => {
    const petition = answered(delivered('email'), undelivered());
    expect(petition).toMatchObject({ status: 'RESOLVED', delivered: null, feedbackUntil: null });
    expect(answered(delivered('email'), undelivered(), delivered('phone')).delivered?.by).toBe('phone');
  });

  test.each([
    ['an answer that a person brought', answered(delivered('phone')), undelivered()],
    ['an answer before that one', answered(delivered('email')), undelivered({ promisedBy: 2 })],
    ['a petition that is closed', answered(delivered('email'), closed()), undelivered()],
    ['another mail', answered(delivered('email')), undelivered({ kind: 'accepted' })],
    ['an open task', aPetition({}, routed()), undelivered({ kind: 'assignment', taskNo: 1 })],
  ])('only counts for %s', (_what, before, happening) => {
    const { head, ...after } = applyEvent(before, aNextEvent(before, happening));
    const { head: headBefore, ...expected } = before;
    expect(after).toEqual({ ...expected, undelivered: expected.undelivered + 1 });
    expect(head.seq).toBe(headBefore.seq + 1);
  });
});

describe('what follows', () => {
  const petition = aPetition({}, routed());
  const MAIN = { id: 'chinh', role: 'main' } as const;
  const ALTERNATE = { id: 'du-phong', role: 'alternate' } as const;
  const toAgency = (change: Partial<Notice> = {}): Notice =>
    aNotice({
      ...{ petitionId: petition.id, kind: 'overdue', taskNo: 1 },
      to: { kind: 'agency', agencyId: 'ubnd-phuong-thoi-an', role: 'main' },
      ...change,
    });
  const follow = (change: Partial<UndeliveredCase> = {}) =>
    followUpOf({
      ...{ petition, notice: toAgency(), isOutdated: false, untried: [], superiorId: 'ubnd-quan-12' },
      ...{ failure: { reason: 'bounce', bounceType: 'Permanent' }, mayMessage: false },
      ...change,
    });
  const head = toAgency({ to: { kind: 'agency', agencyId: 'ubnd-phuong-thoi-an', role: 'head' } });

  test('of a mail to an agency: its next contact, else its superior, else a person', () => {
    expect(follow({ untried: [ALTERNATE] })).toMatchObject({ kind: 'next-contact', contactId: 'du-phong' });
    expect(follow()).toEqual({ kind: 'superior', agencyId: 'ubnd-quan-12' });
    expect(follow({ superiorId: null })).toEqual({ kind: 'worklist' });
    expect(follow({ notice: toAgency({ kind: 'informed', taskNo: null }) })).toEqual({ kind: 'worklist' });
  });

  test("of the head's copy: not to the main contact, who has the mail; nor is the unit out of reach", () => {
    expect(follow({ notice: head, untried: [MAIN, ALTERNATE] })).toMatchObject({ contactId: 'du-phong' });
    expect(follow({ notice: head, untried: [MAIN] })).toEqual({ kind: 'worklist' });
    expect(follow({ notice: head })).toMatchObject({ kind: 'superior' });
  });

  test('of what has no purpose any more: nothing', () => {
    expect(follow({ isOutdated: true, untried: [ALTERNATE] })).toEqual({ kind: 'none' });
  });

  test.each([
    ['receipt', 'none'],
    ['accepted', 'none'],
    ['question', 'worklist'],
    ['decision', 'worklist'],
  ] as const)('of a %s to the resident: %s', (kind, expected) => {
    const notice = aNotice({ petitionId: petition.id, kind });
    expect(follow({ notice }).kind).toBe(expected);
  });

  test('of an answer whose mail came back: a message where one may be sent, else a person; never a second message', () => {
    const notice = aNotice({ petitionId: petition.id, kind: 'decision' });
    expect(follow({ notice, mayMessage: true }).kind).toBe('message');
    const failed = { reason: 'failed', bounceType: null, channel: 'sms' } as const;
    expect(follow({ notice, mayMessage: true, failure: failed }).kind).toBe('worklist');
    const receipt = aNotice({ petitionId: petition.id, kind: 'receipt' });
    expect(follow({ notice: receipt, mayMessage: true }).kind).toBe('none');
  });

  test('a mailbox is dead after a permanent bounce or a complaint, not when it is full', () => {
    expect(isMailboxDead({ reason: 'bounce', bounceType: 'Permanent' })).toBe(true);
    expect(isMailboxDead({ reason: 'complaint', bounceType: null })).toBe(true);
    for (const bounceType of ['Transient', 'Undetermined'] as const)
      expect(isMailboxDead({ reason: 'bounce', bounceType })).toBe(false);
    expect(isMailboxDead({ reason: 'rejected', bounceType: null })).toBe(false);
  });
});
