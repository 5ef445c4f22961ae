import { describe, expect, test } from 'vitest';
import { IllegalTransitionError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import { commitmentOf, owesCommitment } from '../../../core/petition/commitment.js';
import { decide } from '../../../core/petition/decisions.js';
import { answeredRequest, openRequest } from '../../../core/petition/extension-request.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { noticesFor } from '../../../core/petition/notices.js';
import { isOutdated } from '../../../core/petition/outdated-notice.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { termsAfterPause } from '../../../core/petition/pause.js';
import { MAX_DIRECTIONS } from '../../../core/petition/standing.js';
import { CITY, DISTRICT, NEIGHBOUR, WARD } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aNextEvent,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { asked, promisedBy } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, NOW, open } from './deciding.js';

const UNTIL = aDeadline(vn('2025-03-28', '17:00'));
const requested: Happening = {
  type: 'ExtensionRequested',
  data: { taskNo: 1, text: aText(), until: UNTIL, superior: DISTRICT },
};
const held = (petition: Petition): Petition & { task: Task } => ({ ...petition, task: petition.task! });
const escalatedTo = (holder: typeof DISTRICT, resolveBy = aDeadline(DUE)): Happening => ({
  type: 'PetitionEscalated',
  data: { taskNo: 1, assignment: anAssignment({ holder, resolveBy }), lateSince: NOW },
});
/** The promise to the resident is broken; the district has time of its own. */
const late = (...more: Happening[]) =>
  held(
    aPetition(
      { data: { promised: promisedBy(vn('2025-03-03', '17:00')) } },
      routed({ holder: WARD }),
      escalatedTo(DISTRICT),
      ...more,
    ),
  );
const committedUntil = (day: string): Happening => ({
  type: 'CommitmentMade',
  data: { taskNo: 2, text: aText(), commitment: aDeadline(vn(day, '17:00')) },
});

describe('a request for more time', () => {
  const answer = { answer: 'approve-extension', text: null, declaredBy: aText() } as const;

  test('lapses with the deadline, but not while the clock stands still', () => {
    const running = open({}, requested);
    expect(openRequest(running, vn('2025-03-10', '16:59'))).toMatchObject({ superior: DISTRICT });
    expect(openRequest(running, DUE)).toBeNull();
    expect(() => answeredRequest(running, answer, DUE)).toThrow(IllegalTransitionError);
    const paused = open({}, requested, asked(vn('2025-03-17', '17:00')));
    expect(openRequest(paused, DUE)).not.toBeNull();
    expect(openRequest(open({ resolveBy: UNTIL }, requested), NOW)).toBeNull();
  });

  test('approved while the resident is asked, the new date is promised: nothing was broken', () => {
    const paused = open({}, requested, asked(vn('2025-03-17', '17:00')));
    expect(answeredRequest(paused, answer, vn('2025-03-14', '09:00'))).toMatchObject({
      data: { resolveBy: UNTIL, promised: { resolveBy: UNTIL }, previous: DUE },
    });
  });

  test('approved after the promise was broken, it stays broken', () => {
    const now = vn('2025-03-05', '09:00');
    const asking = decide(late(), input({ decision: 'request-extension', until: '2025-03-28' }), {
      ...CONTEXT,
      now,
    });
    const petition = late(asking);
    expect(answeredRequest(petition, answer, now)).toMatchObject({
      data: { promised: { resolveBy: petition.promised.resolveBy } },
    });
  });

  test('is refused only with a reason, and an answer always has a name', () => {
    const refusal = { ...answer, answer: 'refuse-extension' } as const;
    const fault = (said: Parameters<typeof answeredRequest>[1]) => () =>
      answeredRequest(open({}, requested), said, NOW);
    expect(fault(refusal)).toThrow(
      expect.objectContaining({ issues: [{ pointer: '/text', code: 'required' }] }),
    );
    expect(fault({ ...answer, declaredBy: null })).toThrow(
      expect.objectContaining({ issues: [{ pointer: '/actorName', code: 'required' }] }),
    );
  });

  test('is asked at most twice a task, and its mail is outdated once it is answered', () => {
    const petition = open({}, requested);
    const refused: Happening = {
      type: 'ExtensionRefused',
      data: { taskNo: 1, requestSeq: petition.head.seq, text: aText(), declaredBy: aText() },
    };
    const event = aNextEvent(aPetition({}, routed()), requested);
    const [notice] = noticesFor(event, { before: null, after: petition }, CONTEXT.timetable);
    expect(notice).toMatchObject({ kind: 'extension-requested', to: { agencyId: DISTRICT.id }, taskNo: 1 });
    expect(isOutdated(notice!, petition)).toBe(false);
    const once = open({}, requested, refused);
    expect(isOutdated(notice!, once)).toBe(true);
    // The second request has a mail, and a link, of its own.
    expect(isOutdated(notice!, open({}, requested, refused, requested))).toBe(true);
    const twice = { ...once, task: { ...once.task, extensionRequests: 2 } };
    const ask = { decision: 'request-extension', until: '2025-03-28' } as const;
    expect(issues(once, ask)).toEqual([]);
    expect(issues(twice, ask)).toEqual([
      { pointer: '/decision', code: 'requests-used-up', params: { max: 2 } },
    ]);
  });
});

describe('directing', () => {
  const to = (agency: string | null, until: string | null = null) =>
    ({ decision: 'direct', agency, until }) as const;

  test.each([
    [to(null), [{ pointer: '/agency', code: 'required' }]],
    [to(DISTRICT.id), [{ pointer: '/agency', code: 'same-agency' }]],
    [to(CITY.id), [{ pointer: '/agency', code: 'not-below' }]],
    [to(WARD.id, '2025-03-11'), [{ pointer: '/until', code: 'later-than-own', params: { latest: DUE } }]],
    [to(WARD.id, '2025-03-03'), [{ pointer: '/until', code: 'day-passed' }]],
    [to(WARD.id, '2025-02-30'), [{ pointer: '/until', code: 'not-a-day' }]],
    [to(WARD.id, '2025-03-10'), []],
    [to(NEIGHBOUR.id), []],
  ])('%j', (asking, expected) => {
    expect(issues(late(), asking)).toEqual(expected);
  });

  test('never names the agency complained about', () => {
    expect(issues({ ...late(), against: WARD.id }, to(WARD.id))).toEqual([
      { pointer: '/agency', code: 'accused-agency' },
    ]);
  });

  test('after its own deadline a superior may still set one, within the term of the class', () => {
    const now = vn('2025-03-12', '09:00');
    const happening = decide(late(), input(to(WARD.id)), { ...CONTEXT, now });
    expect(happening).toMatchObject({ data: { assignment: { resolveBy: CONTEXT.timetable.resolve(now) } } });
  });

  test('has an end', () => {
    const petition = late();
    const hop = { ...petition.hops.at(-1)!, kind: 'directed' as const };
    const worn = {
      ...petition,
      hops: [...Array.from({ length: MAX_DIRECTIONS }, () => hop), ...petition.hops],
    };
    expect(issues(worn, to(WARD.id))).toMatchObject([{ code: 'directions-used-up' }]);
  });
});

describe('a commitment', () => {
  const step = (petition: Petition, now: string) => nextStep(petition, { ...CONTEXT, now });

  test('is owed while a petition is late and no day is named', () => {
    expect(owesCommitment(late(), NOW)).toBe(true);
    expect(owesCommitment(late(committedUntil('2025-03-06')), NOW)).toBe(false);
    expect(owesCommitment(open(), NOW)).toBe(false);
  });

  test('that is missed goes up although the deadline is ahead; the deadline itself is told as such', () => {
    const now = vn('2025-03-06', '17:00');
    expect(step(late(committedUntil('2025-03-06')), now)).toEqual({
      ...{ next: 'Escalate', lateSince: now, because: 'commitment-missed' },
    });
    expect(step(late(committedUntil('2025-03-11')), DUE)).toEqual({ next: 'Escalate', lateSince: DUE });
  });

  test('is moved by a pause as the deadline is', () => {
    const petition = late(committedUntil('2025-03-06'), {
      type: 'ResidentAsked',
      data: { taskNo: 2, text: aText(), waitUntil: aDeadline(vn('2025-03-17', '17:00')) },
    });
    const now = vn('2025-03-05', '09:00');
    const terms = termsAfterPause(petition, { ...CONTEXT, now });
    const stood = { since: petition.task.pause?.since ?? '', until: now };
    expect(terms.commitment).toEqual(
      CONTEXT.timetable.afterPause(aDeadline(vn('2025-03-06', '17:00')), stood),
    );
    expect((terms.commitment?.at ?? '') > vn('2025-03-10', '00:00')).toBe(true);
    const answered: Happening = { type: 'ResidentAnswered', data: { taskNo: 2, text: aText(), ...terms } };
    const after = held(aPetition({}, routed(), committedUntil('2025-03-06'), asked(UNTIL.at), answered));
    expect(commitmentOf(after.task)).toEqual(terms.commitment);
  });
});
