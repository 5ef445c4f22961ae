import { describe, expect, test } from 'vitest';
import { ValidationError, type InputIssue } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { DecisionContext } from '../../../core/petition/decision-input.js';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { noticesFor } from '../../../core/petition/notices.js';
import { isOutdated } from '../../../core/petition/outdated-notice.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { supportOf, supportState } from '../../../core/petition/support.js';
import { decideSupport, type SupportInput } from '../../../core/petition/support-acts.js';
import { threadsToOpen, threadsToWake, threadStep } from '../../../core/petition/thread-step.js';
import { plusMs } from '../../../core/time.js';
import { CITY, DISTRICT, NEIGHBOUR, smallJurisdiction, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aNextEvent, aText } from '../../support/builders/petition-builder.js';
import {
  supportAnswered,
  supportEnded,
  supportRequested,
  visitProposed,
} from '../../support/builders/support-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, NOW, open } from './deciding.js';

const ASK = { decision: 'request-support', supports: [NEIGHBOUR.id] } as const;
const held = (petition: Petition): Petition & { task: Task } => petition as Petition & { task: Task };

const requestOf = (asked: Partial<Parameters<typeof input>[0]>, petition = open()) => {
  const happening = decide(petition, input({ ...ASK, ...asked }), CONTEXT);
  if (happening.type !== 'SupportRequested') throw new Error(happening.type);
  return happening.data;
};

describe('a request for support', () => {
  test('gives each agency a thread, and a term that ends a working day before the lead’s', () => {
    const { requests } = requestOf({ supports: [NEIGHBOUR.id, CITY.id, NEIGHBOUR.id] });
    expect(requests.map(({ thread, assignment }) => [thread, assignment.holder.id])).toEqual([
      ['support-1', NEIGHBOUR.id],
      ['support-2', CITY.id],
    ]);
    // Three working days from Tuesday: Friday 17:00, which is the working day before Monday.
    expect(requests[0]?.assignment).toMatchObject({
      dueBy: { at: vn('2025-03-07', '17:00'), term: 'thuong.support' },
      rule: { status: 'assumed' },
    });
  });

  test('is due with the lead where no day is left before, and by its own term behind the lead’s deadline', () => {
    const tomorrow = open({ resolveBy: aDeadline(vn('2025-03-05', '17:00')) });
    expect(requestOf({}, tomorrow).requests[0]?.assignment.dueBy.at).toBe(vn('2025-03-05', '17:00'));
    const late = open({ resolveBy: aDeadline(vn('2025-03-03', '17:00')) });
    expect(requestOf({}, late).requests[0]?.assignment.dueBy.at).toBe(vn('2025-03-07', '17:00'));
    const party = open({ acceptBy: null, resolveBy: null, followUpAt: aDeadline(DUE) });
    expect(requestOf({}, party).requests[0]?.assignment.dueBy.at).toBe(vn('2025-03-07', '17:00'));
  });

  test('may name a day: not past, not after the lead must answer', () => {
    expect(requestOf({ until: '2025-03-10' }).requests[0]?.assignment.dueBy).toMatchObject({
      at: DUE,
      term: 'thuong.supportNamed',
    });
    const refused = (until: string) => issues(open(), { ...ASK, until });
    expect(refused('2025-03-03')).toEqual([{ pointer: '/supportUntil', code: 'support-day-past' }]);
    expect(refused('2025-03-11')).toMatchObject([{ pointer: '/supportUntil', code: 'support-after-lead' }]);
    expect(refused('2025-02-30')).toEqual([{ pointer: '/supportUntil', code: 'not-a-day' }]);
  });

  test.each([
    ['nobody', [], 'required'],
    ['the lead itself', [WARD.id], 'same-agency'],
    ['an agency that is not there', ['khong-co'], 'unknown-agency'],
    ['six at once', ['a', 'b', 'c', 'd', 'e', 'f'], 'too-many-supports'],
  ])('is refused to %s', (_what, supports, code) => {
    expect(issues(open(), { ...ASK, supports })).toMatchObject([{ pointer: '/supports', code }]);
  });

  test('is refused twice to one agency, to the one complained about, without a text, and from the desk', () => {
    const asked = open({}, supportRequested({ holder: NEIGHBOUR }));
    expect(issues(asked, ASK)).toEqual([{ pointer: '/supports', code: 'already-supporting' }]);
    const accused = { ...open(), against: NEIGHBOUR.id };
    expect(issues(accused, ASK)).toEqual([{ pointer: '/supports', code: 'accused-agency' }]);
    expect(issues(open(), { ...ASK, text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
    expect(issues(open({ isTriage: true }), ASK)).toMatchObject([{ code: 'desk-cannot-request-support' }]);
  });

  test('goes to five agencies at once, fifteen in all, also after others have answered', () => {
    const many = (count: number): Petition & { task: Task } => {
      let petition: Petition = open();
      for (let i = 1; i <= count; i++) {
        const [request] = supportRequested({ holder: { id: `a-${i}`, name: 'A', tier: 'xa' } }).data.requests;
        const requests = [{ ...request!, thread: `support-${i}` }];
        for (const happening of [
          { type: 'SupportRequested', data: { taskNo: 1, text: aText(), requests } } as Happening,
          supportAnswered({ thread: `support-${i}` }),
        ])
          petition = applyEvent(petition, aNextEvent(petition, happening));
      }
      return held(petition);
    };
    expect(requestOf({}, many(14)).requests[0]?.thread).toBe('support-15');
    expect(issues(many(15), ASK)).toMatchObject([{ code: 'supports-used-up' }]);
  });
});

describe('a final answer', () => {
  const asked = open({}, supportRequested());

  test.each([
    ['resolve', {}],
    ['reject', { ground: 'already-settled' }],
    ['guide', { track: 'khieu-nai' }],
    ['forward', { body: aText() }],
  ] as const)('%s, while a supporter owes one, needs a reason and ends what was asked', (decision, more) => {
    expect(issues(asked, { decision, ...more })).toEqual([
      { pointer: '/supportOpenReason', code: 'required' },
    ]);
    const reason = aText('e'.repeat(64));
    const happening = decide(asked, input({ decision, ...more, supportOpenReason: reason }), CONTEXT);
    expect(happening.data).toMatchObject({ openSupports: { threads: ['support-1'], reason } });
    const after = applyEvent(asked, aNextEvent(asked, happening));
    expect(after.supports[0]?.ended).toMatchObject({ because: 'lead-decided', seq: after.head.seq });
    expect(supportState(after.supports[0]!)).toBe('ENDED');
  });

  test('names no supporters where all have answered', () => {
    const answered = open({}, supportRequested(), supportAnswered());
    const happening = decide(answered, input({ decision: 'resolve' }), CONTEXT);
    expect(happening.data).not.toHaveProperty('openSupports');
  });
});

describe('the lead ends a request', () => {
  test('that is open, with a reason', () => {
    const asked = open({}, supportRequested());
    expect(decide(asked, input({ decision: 'end-support', thread: 'support-1' }), CONTEXT)).toEqual(
      supportEnded(),
    );
    for (const thread of ['support-2', 'lead'])
      expect(issues(asked, { decision: 'end-support', thread })).toEqual([
        { pointer: '/thread', code: 'no-open-support' },
      ]);
    expect(issues(asked, { decision: 'end-support' })).toEqual([{ pointer: '/thread', code: 'required' }]);
  });
});

describe('a supporting agency', () => {
  const asked = open({}, supportRequested());
  const task = supportOf(asked, 'support-1')!;
  const said: SupportInput = {
    decision: 'support-answer',
    text: aText(),
    declaredBy: aText(),
    ...{ documentNo: null, agency: null, until: null },
    evidence: [],
  };
  const issuesOf = (change: Partial<SupportInput>, of = task): InputIssue[] => {
    try {
      decideSupport({ petition: asked, support: of }, { ...said, ...change }, CONTEXT);
    } catch (error) {
      if (error instanceof ValidationError) return error.issues;
      throw error;
    }
    return [];
  };

  test('answers, or says why it cannot, under a declared name', () => {
    const of = { petition: asked, support: task };
    expect(decideSupport(of, said, CONTEXT).data).toMatchObject({
      outcome: 'answered',
      thread: 'support-1',
    });
    const declined = decideSupport(of, { ...said, decision: 'support-decline' }, CONTEXT);
    expect(declined.data).toMatchObject({ outcome: 'declined' });
    expect(issuesOf({ text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
    expect(issuesOf({ declaredBy: null })).toEqual([{ pointer: '/actorName', code: 'required' }]);
    expect(issuesOf({ documentNo: '{}' })).toEqual([{ pointer: '/documentNo', code: 'document-no' }]);
  });

  test('writes no notes without end', () => {
    expect(issuesOf({ decision: 'support-note' }, { ...task, notes: 50 })).toMatchObject([
      { code: 'notes-used-up' },
    ]);
  });
});

describe('the threads of a petition', () => {
  const asked = open({}, supportRequested({ holder: DISTRICT }, { holder: NEIGHBOUR }));

  test('are opened by the request and woken by what concerns them', () => {
    const before = open();
    expect(threadsToOpen(before, asked)).toEqual(['support-1', 'support-2']);
    const context = { ...CONTEXT, now: asked.head.at };
    expect(threadsToWake(before, asked, context)).toEqual([]);
    const answered = applyEvent(asked, aNextEvent(asked, supportAnswered({ thread: 'support-2' })));
    expect(threadsToWake(asked, answered, context)).toEqual(['support-2']);
    expect(threadStep(answered, 'support-2', CONTEXT)).toEqual({ next: 'Done' });
    expect(threadStep(answered, 'support-9', CONTEXT)).toEqual({ next: 'Done' });
  });

  test('know the deadline and the end of their holder', () => {
    const end = vn('2025-03-06', '00:00');
    const context: DecisionContext = { ...CONTEXT, jurisdiction: smallJurisdiction(end) };
    const late = { ...context, now: plusMs(end, 1) };
    expect(threadStep(asked, 'support-1', late)).toEqual({ next: 'Reassign' });
    const due = vn('2025-03-07', '17:00');
    expect(threadStep(asked, 'support-1', { ...CONTEXT, now: due })).toEqual({
      next: 'Escalate',
      lateSince: due,
    });
  });
});

describe('messages about supports', () => {
  const before = open();
  const asked = open({}, supportRequested());

  test('to the agency asked are about its own task, and void once that is over', () => {
    const event = aNextEvent(before, supportRequested());
    const after = applyEvent(before, event);
    const [notice] = noticesFor(event, { before, after }, CONTEXT.timetable);
    expect(notice).toMatchObject({ kind: 'support-requested', thread: 'support-1', taskNo: 1 });
    expect(isOutdated(notice!, after)).toBe(false);
    expect(isOutdated(notice!, applyEvent(after, aNextEvent(after, supportAnswered())))).toBe(true);
  });

  test('of a site visit are void once it was moved', () => {
    const event = aNextEvent(asked, visitProposed());
    const after = applyEvent(asked, event);
    const notices = noticesFor(event, { before: asked, after }, CONTEXT.timetable);
    expect(notices).toHaveLength(2);
    expect(isOutdated(notices[0]!, after)).toBe(false);
    const moved = applyEvent(after, aNextEvent(after, visitProposed({ sequence: 1 })));
    expect(isOutdated(notices[0]!, moved)).toBe(true);
  });
});

describe('a site visit', () => {
  const at = (day: string | null, time: string | null, place = aText('d'.repeat(64))) => ({
    day,
    time,
    place,
  });
  const propose = (visit: ReturnType<typeof at>) => issues(open(), { decision: 'propose-visit', visit });

  test('has a day ahead, a time and a place', () => {
    const visit = at('2025-03-05', '08:30');
    expect(decide(open(), input({ decision: 'propose-visit', visit }), CONTEXT)).toEqual(visitProposed());
    expect(propose(at(null, '08:30'))).toMatchObject([{ pointer: '/visitDay', code: 'required' }]);
    expect(propose(at('2025-03-05', null))).toMatchObject([{ pointer: '/visitTime', code: 'required' }]);
    for (const time of ['24:00', '8:30', '08:60', 'x'])
      expect(propose(at('2025-03-05', time))).toMatchObject([{ pointer: '/visitTime', code: 'not-a-time' }]);
    expect(propose(at('2025-03-04', '09:00'))).toMatchObject([{ code: 'visit-past' }]);
    expect(propose(at('2026-03-04', '09:00'))).toMatchObject([{ code: 'visit-too-far' }]);
    expect(NOW < vn('2025-03-05', '08:30')).toBe(true);
  });
});
