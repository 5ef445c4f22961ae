import { describe, expect, test } from 'vitest';
import { IllegalTransitionError, ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import { MAX_SUPPLEMENTS, type ResidentAct } from '../../../core/petition/resident-acts.js';
import type { Status } from '../../../core/petition/transitions.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { DISTRICT, smallJurisdiction, WARD } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  aPetition,
  aText,
  closed,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { linked } from '../../support/builders/duplicate-happenings.js';
import {
  asked,
  feedbackGiven,
  forwarded,
  guided,
  promisedBy,
  supplemented,
  withdrawn,
} from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';
import {
  act,
  ANSWER,
  atWard,
  DISSATISFIED,
  DUE,
  NOW,
  SATISFIED,
  UNTIL,
  WITHDRAW,
} from './resident-acting.js';

const rejected: Happening = {
  type: 'PetitionRejected',
  data: {
    ...{ taskNo: 1, text: aText(), declaredBy: aText(), documentNo: null },
    ground: 'no-factual-basis',
  },
};

const IN: Record<Status, Petition> = {
  SUBMITTED: aPetition(),
  ASSIGNED: atWard(),
  ACCEPTED: atWard({ type: 'TaskAccepted', data: { taskNo: 1, text: null } }),
  WAITING_RESIDENT: atWard(asked(UNTIL)),
  LINKED: atWard(linked()),
  RESOLVED: atWard(resolved()),
  REJECTED: atWard(rejected),
  GUIDED: atWard(guided()),
  FORWARDED: atWard(forwarded()),
  WITHDRAWN: atWard(withdrawn()),
  SPLIT: atWard({
    type: 'PetitionSplit',
    data: {
      ...{ taskNo: 1, text: aText() },
      matters: [1, 2].map((no) => ({ petitionId: `m${no}`, code: `ABCDEFGHJKM${no}0`, category: 'RAC' })),
    },
  }),
  CLOSED: atWard(resolved(), closed()),
};

describe('what a resident may say in each state', () => {
  const held = ['ASSIGNED', 'ACCEPTED', 'WAITING_RESIDENT'];
  const decided = ['RESOLVED', 'REJECTED', 'GUIDED', 'FORWARDED'];
  const cases: [string, ResidentAct, string[]][] = [
    ['to answer or add', ANSWER, held],
    ['to withdraw', WITHDRAW, ['SUBMITTED', ...held, 'LINKED']],
    ['to be satisfied', SATISFIED, decided],
    ['not to be satisfied', DISSATISFIED, decided],
  ];
  const table = cases.flatMap(([what, said, allowed]) =>
    Object.entries(IN).map(([status, petition]) => ({
      what,
      said,
      status,
      petition,
      isAllowed: allowed.includes(status),
    })),
  );

  test.each(table)('$what in $status: $isAllowed', ({ said, petition, isAllowed }) => {
    if (isAllowed) expect(act(petition, said)).toHaveProperty('data');
    else expect(() => act(petition, said)).toThrow(IllegalTransitionError);
  });
});

describe('an answer', () => {
  const { at: since } = atWard(asked(UNTIL)).head;

  test('lets the clock run on: both terms later by the working days of the pause', () => {
    // The question was asked on Monday, and it is Wednesday.
    expect(since).toBe(vn('2025-03-03', '08:32'));
    const at = vn('2025-03-12', '17:00');
    expect(act(IN.WAITING_RESIDENT, ANSWER)).toMatchObject({
      type: 'ResidentAnswered',
      data: {
        ...{ taskNo: 1, text: aText() },
        ...{
          resolveBy: { at: vn('2025-03-12', '17:00') },
          promised: { resolveBy: { at: vn('2025-03-12', '17:00') } },
        },
      },
    });
    expect(act(IN.WAITING_RESIDENT, ANSWER, { at: plusMs(NOW, 1_800_000) })).toMatchObject({
      data: { resolveBy: { at } },
    });
  });

  test('after the time for it, with the workflow not looking yet, moves the terms as if it were on time', () => {
    const onTime = act(IN.WAITING_RESIDENT, ANSWER, { at: UNTIL });
    const late = act(IN.WAITING_RESIDENT, ANSWER, { at: vn('2025-04-25', '09:00') });
    expect(late).toEqual(onTime);
  });

  test('after the end of the holder that asked moves the terms up to there', () => {
    const ending = aPetition(
      { data: { promised: promisedBy(DUE) } },
      routed({ holder: DISTRICT, resolveBy: aDeadline(DUE) }),
      asked(UNTIL),
    );
    const jurisdiction = smallJurisdiction(vn('2025-03-05', '00:00'));
    const answeredAt = (at: Instant) => act(ending, ANSWER, { at, jurisdiction });
    expect(answeredAt(NOW)).toEqual(answeredAt(vn('2025-03-05', '00:00')));
    expect(answeredAt(NOW)).not.toEqual(answeredAt(vn('2025-03-04', '16:00')));
  });

  test('does not mend a promise that was broken before the question', () => {
    const broken = aPetition(
      { data: { promised: promisedBy(vn('2025-03-03', '08:31')) } },
      routed({ holder: WARD, resolveBy: aDeadline(DUE) }),
      asked(UNTIL),
    );
    expect(act(broken, ANSWER)).toMatchObject({
      data: {
        resolveBy: { at: vn('2025-03-12', '17:00') },
        promised: { resolveBy: { at: vn('2025-03-03', '08:31') } },
      },
    });
  });

  test('where no clock runs leaves it so', () => {
    const party = aPetition(
      { data: { promised: { ...promisedBy(DUE), resolveBy: null } } },
      routed({ resolveBy: null, acceptBy: null, followUpAt: aDeadline(DUE) }),
      asked(UNTIL),
    );
    expect(act(party, ANSWER)).toMatchObject({ data: { resolveBy: null, promised: { resolveBy: null } } });
  });
});

describe('something added without a question', () => {
  test('belongs to the open task', () => {
    expect(act(IN.ASSIGNED, ANSWER)).toEqual({
      type: 'ResidentSupplemented',
      data: { taskNo: 1, text: aText() },
    });
  });

  test('ends with the last one allowed; a question is answered all the same', () => {
    const most = Array.from({ length: MAX_SUPPLEMENTS }, () => supplemented());
    expect(act(atWard(...most.slice(1)), ANSWER)).toMatchObject({ type: 'ResidentSupplemented' });
    expect(() => act(atWard(...most), ANSWER)).toThrow(ValidationError);
    expect(act(atWard(...most, asked(UNTIL)), ANSWER)).toMatchObject({ type: 'ResidentAnswered' });
  });
});

describe('a withdrawal', () => {
  test.each([null, aText()])('needs no reason (%o)', (text) => {
    expect(act(IN.ASSIGNED, { kind: 'withdraw', text })).toEqual({
      type: 'PetitionWithdrawn',
      data: { text },
    });
  });
});

describe('being satisfied', () => {
  test('is recorded, with or without words', () => {
    expect(act(IN.RESOLVED, SATISFIED)).toEqual({
      type: 'FeedbackGiven',
      data: { satisfied: true, rating: 5, text: null },
    });
  });

  test.each([SATISFIED, DISSATISFIED])('is said once (%o)', (said) => {
    expect(() => act(atWard(resolved(), feedbackGiven(true)), said)).toThrow(IllegalTransitionError);
  });
});
