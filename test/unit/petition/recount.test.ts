import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../core/events.js';
import type { DeadlineRef } from '../../../core/petition/deadline-ref.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { noticesFor } from '../../../core/petition/notices.js';
import { isOutdated } from '../../../core/petition/outdated-notice.js';
import type { Petition } from '../../../core/petition/petition.js';
import { recountEvent } from '../../../core/petition/recount.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { DISTRICT, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aNextEvent,
  aPetition,
  aText,
  RECEIVED_AT,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { asked, reopened } from '../../support/builders/resident-happenings.js';
import { supportRequested } from '../../support/builders/support-happenings.js';

const DAY_MS = 86_400_000;
const DUE = plusMs(RECEIVED_AT, 20 * DAY_MS);
const NOW = plusMs(RECEIVED_AT, DAY_MS);

/** A calendar on which every open deadline falls a day later; says from when each was counted. */
const recountOf = (petition: Petition) => {
  const counted: Record<string, Instant> = {};
  const timetable = {
    ...smallTimetable('thuong'),
    recounted: (due: DeadlineRef, { since }: { since: Instant }): DeadlineRef => {
      counted[due.term] = since;
      return { ...due, at: plusMs(due.at, DAY_MS), calendar: 'lich-moi' };
    },
  };
  const happening = recountEvent(petition, { timetable, now: NOW });
  if (happening === null) throw new Error('nothing moved');
  const event = aNextEvent(petition, happening, { at: NOW });
  const after = applyEvent(petition, event);
  const notices = noticesFor(event, { before: petition, after }, timetable);
  return { counted, after, told: notices.map(({ kind }) => kind), notices };
};

/** Terms by which the test knows a deadline again. */
const terms = (of: string) => ({
  acceptBy: aDeadline(DUE, { term: `${of}.accept` }),
  resolveBy: aDeadline(DUE, { term: `${of}.resolve` }),
});

const passedOn = (type: 'PetitionTransferred' | 'PetitionEscalated'): Happening => {
  const assignment = anAssignment({ holder: DISTRICT, ...terms('district') });
  return type === 'PetitionTransferred'
    ? { type, data: { taskNo: 1, text: aText(), assignment, weight: 1 } }
    : { type, data: { taskNo: 1, assignment, lateSince: RECEIVED_AT } };
};

describe('from when deadlines are counted anew', () => {
  test('the first holder’s and the promise: the receipt', () => {
    const { counted } = recountOf(aPetition({}, routed({ holder: WARD, ...terms('ward') })));
    expect(counted).toMatchObject({
      'ward.accept': RECEIVED_AT,
      'ward.resolve': RECEIVED_AT,
      'thuong.resolve': RECEIVED_AT,
      'thuong.firstNotice': RECEIVED_AT,
    });
  });

  test('a clock that goes on after a transfer: where it began; only taking the task counts from the hop', () => {
    const petition = aPetition({}, routed({ holder: WARD }), passedOn('PetitionTransferred'));
    expect(recountOf(petition).counted).toMatchObject({
      'district.accept': petition.task?.openedAt,
      'district.resolve': RECEIVED_AT,
    });
  });

  test('one that an escalation starts afresh: the hop', () => {
    const petition = aPetition({}, routed({ holder: WARD }), passedOn('PetitionEscalated'));
    expect(petition.task?.openedAt).not.toBe(RECEIVED_AT);
    expect(recountOf(petition).counted['district.resolve']).toBe(petition.task?.openedAt);
  });

  test('what is promised after a new look: that look', () => {
    const petition = aPetition({}, routed({ holder: WARD }), resolved(), reopened(DUE));
    const { counted } = recountOf(petition);
    expect(counted['thuong.resolve']).toBe(petition.task?.openedAt);
    expect(counted['thuong.resolve']).not.toBe(RECEIVED_AT);
  });
});

describe('what a recount moves, and who is told', () => {
  const held = routed({ holder: WARD, ...terms('ward') });

  test('holder and resident', () => {
    expect(recountOf(aPetition({}, held)).told).toEqual(['deadline-moved', 'date-moved']);
  });

  test('a supporter, by a mail with its link', () => {
    const { told, notices, after } = recountOf(aPetition({}, held, supportRequested()));
    expect(told).toEqual(['deadline-moved', 'date-moved', 'support-deadline-moved']);
    expect(notices.at(-1)).toMatchObject({ thread: 'support-1', taskNo: 1 });
    expect(after.supports[0]?.dueBy.calendar).toBe('lich-moi');
  });

  test('the time in which the resident can answer, while it is waited for', () => {
    const { told, notices, after } = recountOf(aPetition({}, held, asked(DUE)));
    expect(told).toContain('wait-moved');
    expect(after.task?.pause?.until.at).toBe(plusMs(DUE, DAY_MS));
    const wait = notices.find(({ kind }) => kind === 'wait-moved')!;
    expect(isOutdated(wait, after)).toBe(false);
    expect(isOutdated(wait, aPetition({}, held))).toBe(true);
  });

  test('the day to which a late holder has committed itself, also where that alone moves', () => {
    const commitment = aDeadline(DUE, { term: 'thuong.commitmentNamed' });
    const late = aPetition({}, routed({ holder: WARD, resolveBy: null, acceptBy: null }), {
      type: 'CommitmentMade',
      data: { taskNo: 1, text: aText(), commitment },
    });
    const { told, after } = recountOf(late);
    expect(told).toContain('deadline-moved');
    expect(after.task?.commitments).toEqual([
      { ...commitment, at: plusMs(DUE, DAY_MS), calendar: 'lich-moi' },
    ]);
  });

  test('the day that a superior is asked to allow, which would else lapse with the old one', () => {
    const until = aDeadline(plusMs(DUE, DAY_MS), { term: 'thuong.approvedExtension' });
    const petition = aPetition({}, held, {
      type: 'ExtensionRequested',
      data: { taskNo: 1, text: aText(), until, superior: DISTRICT },
    });
    expect(recountOf(petition).after.task?.extensionRequest?.until.at).toBe(plusMs(DUE, 2 * DAY_MS));
  });

  test('a new date is not told once the answer is there', () => {
    const { notices, after } = recountOf(aPetition({}, held));
    const moved = notices.find(({ kind }) => kind === 'date-moved')!;
    expect(isOutdated(moved, after)).toBe(false);
    expect(isOutdated(moved, applyEvent(after, aNextEvent(after, resolved())))).toBe(true);
  });
});
