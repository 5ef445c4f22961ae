import { describe, expect, test } from 'vitest';
import { ValidationError, type InputIssue } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { RuleContext } from '../../../core/petition/rule-context.js';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { noticesFor } from '../../../core/petition/notices.js';
import { isOutdated } from '../../../core/petition/outdated-notice.js';
import type { Petition } from '../../../core/petition/petition.js';
import { supportOf, type SupportTask } from '../../../core/petition/support.js';
import { decideSupport, type SupportInput } from '../../../core/petition/support-acts.js';
import { openExtension } from '../../../core/petition/support-extension.js';
import { transferCandidates } from '../../../core/petition/support-transfer.js';
import { plusMs } from '../../../core/time.js';
import { CITY, DISTRICT, NEIGHBOUR, NEW_WARD, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aNextEvent, aText } from '../../support/builders/petition-builder.js';
import {
  supportEnded,
  supportExtensionAllowed,
  supportExtensionRefused,
  supportExtensionRequested,
  supportRequested,
  supportTransferred,
} from '../../support/builders/support-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, open } from './deciding.js';

const DUE_SUPPORT = vn('2025-03-07', '17:00');
const SAID: SupportInput = {
  ...{ decision: 'support-transfer', text: aText(), declaredBy: null, documentNo: null, evidence: [] },
  ...{ agency: NEW_WARD.id, until: '2025-03-10' },
};
/** The neighbour was asked; the ward leads. */
const asked = (...more: Happening[]) => open({}, supportRequested({ holder: NEIGHBOUR }), ...more);
const first = (petition: Petition): SupportTask => supportOf(petition, 'support-1')!;

interface Ask {
  petition?: Petition;
  context?: RuleContext;
}
const said = (change: Partial<SupportInput>, { petition = asked(), context = CONTEXT }: Ask = {}) =>
  decideSupport({ petition, support: first(petition) }, { ...SAID, ...change }, context);
const refused = (change: Partial<SupportInput>, ask: Ask = {}): InputIssue[] => {
  try {
    said(change, ask);
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    throw error;
  }
  return [];
};
const after = (petition: Petition, happening: Happening): Petition =>
  applyEvent(petition, aNextEvent(petition, happening));
const kindsOf = (petition: Petition, happening: Happening): [string, string | undefined][] => {
  const event = aNextEvent(petition, happening);
  const change = { before: petition, after: applyEvent(petition, event) };
  return noticesFor(event, change, CONTEXT.timetable).map(({ kind, to }) => [
    kind,
    to.kind === 'agency' ? to.agencyId : undefined,
  ]);
};

describe('a support task that is passed on', () => {
  test('goes to the agency named, with the day that runs; what was done before begins anew', () => {
    const happening = said({});
    expect(happening).toMatchObject({
      type: 'SupportTransferred',
      data: { thread: 'support-1', taskNo: 1, assignment: { holder: NEW_WARD, dueBy: { at: DUE_SUPPORT } } },
    });
    const late = { ...first(asked()), escalations: 1, overdueReminders: 2, acceptedAt: DUE_SUPPORT };
    const passed = after({ ...asked(), supports: [late] }, happening);
    expect(first(passed)).toMatchObject({
      ...{ no: 2, holder: NEW_WARD, transfers: 1, escalations: 0, overdueReminders: 0, acceptedAt: null },
      hops: [{ kind: 'requested' }, { kind: 'transferred', to: NEW_WARD.id }],
    });
  });

  test.each([
    ['itself', NEIGHBOUR.id, 'same-agency'],
    ['the lead', WARD.id, 'leads-petition'],
    ['an agency of another tier', DISTRICT.id, 'support-other-tier'],
    ['one that is not there', 'khong-co', 'unknown-agency'],
  ])('does not go to %s', (_who, agency, code) => {
    expect(refused({ agency })).toMatchObject([{ pointer: '/agency', code }]);
  });

  test('does not go to one that is complained about, contributes, held it, or only sorts', () => {
    const accused = { ...asked(), against: NEW_WARD.id };
    expect(refused({}, { petition: accused })).toMatchObject([{ code: 'accused-agency' }]);
    const both = open({}, supportRequested({ holder: NEIGHBOUR }, { holder: NEW_WARD }));
    expect(refused({}, { petition: both })).toMatchObject([{ code: 'contributes-already' }]);
    const ended = after(both, supportEnded({ thread: 'support-2' }));
    expect(refused({}, { petition: ended })).toEqual([]);
    const passed = asked(supportTransferred({ holder: NEW_WARD }));
    expect(refused({ agency: NEIGHBOUR.id }, { petition: passed })).toMatchObject([{ code: 'held-support' }]);
    const jurisdiction = { ...CONTEXT.jurisdiction, peers: () => [] };
    const desk = { context: { ...CONTEXT, jurisdiction } };
    expect(refused({}, desk)).toMatchObject([{ pointer: '/agency', code: 'cannot-contribute' }]);
  });

  test('needs an agency and a reason, goes twice at most, and not behind its deadline', () => {
    expect(refused({ agency: null })).toEqual([{ pointer: '/agency', code: 'required' }]);
    expect(refused({ text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
    const twice = asked(
      supportTransferred({ holder: DISTRICT }),
      supportTransferred({ holder: CITY }, { taskNo: 2 }),
    );
    expect(first(twice).transfers).toBe(2);
    expect(refused({}, { petition: twice })).toMatchObject([
      { code: 'support-transfers-used-up', params: { max: 2 } },
    ]);
    const context = { ...CONTEXT, now: DUE_SUPPORT };
    expect(refused({}, { context })).toMatchObject([{ code: 'support-transfer-late' }]);
    expect(transferCandidates(twice, first(twice), CONTEXT)).toEqual([]);
    expect(transferCandidates(asked(), first(asked()), context)).toEqual([]);
  });

  test('offers whom the rules take', () => {
    expect(transferCandidates(asked(), first(asked()), CONTEXT).map(({ id }) => id)).toEqual([NEW_WARD.id]);
  });

  test('is told to the new agency with a link, to the one before and to the lead', () => {
    expect(kindsOf(asked(), said({}))).toEqual([
      ['support-transferred-to-you', NEW_WARD.id],
      ['support-moved-away', NEIGHBOUR.id],
      ['support-transferred', WARD.id],
    ]);
  });
});

describe('a request of a supporter for more time', () => {
  const extend = { decision: 'support-extend' } as const;
  const ask = { thread: 'support-1' } as const;

  test('names a later day, not after the lead must answer, and moves nothing', () => {
    const happening = said(extend);
    expect(happening).toMatchObject({ type: 'SupportExtensionRequested', data: { until: { at: DUE } } });
    expect(first(after(asked(), happening))).toMatchObject({
      ...{ dueBy: { at: DUE_SUPPORT }, extensionRequests: 1, extensionRequest: { until: { at: DUE } } },
    });
    expect(refused({ ...extend, until: '2025-03-07' })).toEqual([{ pointer: '/until', code: 'not-later' }]);
    expect(refused({ ...extend, until: '2025-03-11' })).toMatchObject([{ code: 'support-after-lead' }]);
    expect(refused({ ...extend, until: '2025-02-30' })).toEqual([{ pointer: '/until', code: 'not-a-day' }]);
    expect(refused({ ...extend, until: null })).toEqual([{ pointer: '/until', code: 'required' }]);
    expect(refused({ ...extend, text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
  });

  test('is one at a time, two in all, and made before the deadline', () => {
    const waiting = asked(supportExtensionRequested());
    expect(refused(extend, { petition: waiting })).toMatchObject([{ code: 'support-extension-open' }]);
    const once = after(waiting, supportExtensionRefused());
    expect(refused(extend, { petition: once })).toEqual([]);
    const twice = after(after(once, supportExtensionRequested()), supportExtensionRefused());
    expect(refused(extend, { petition: twice })).toMatchObject([
      { code: 'support-extensions-used-up', params: { max: 2 } },
    ]);
    // Passing it on gives no new ones.
    const passed = after(twice, supportTransferred({ holder: NEW_WARD }));
    expect(refused(extend, { petition: passed })).toMatchObject([{ code: 'support-extensions-used-up' }]);
    const context = { ...CONTEXT, now: DUE_SUPPORT };
    expect(refused(extend, { context })).toMatchObject([{ code: 'already-late' }]);
  });

  test('is allowed by an event that moves the day', () => {
    const waiting = asked(supportExtensionRequested());
    const { seq } = first(waiting).extensionRequest!;
    const allow = input({ decision: 'allow-support-extension', ...ask, text: null });
    const happening = decide(waiting, allow, CONTEXT);
    expect(happening.data).toMatchObject({ requestSeq: seq, dueBy: { at: DUE }, previous: DUE_SUPPORT });
    const allowed = first(after(waiting, happening));
    expect(allowed).toMatchObject({ no: 1, dueBy: { at: DUE }, extensionRequest: null });
  });

  test('is refused with a reason, and the day stays', () => {
    const waiting = asked(supportExtensionRequested());
    const refuse = { decision: 'refuse-support-extension', ...ask } as const;
    expect(issues(waiting, { ...refuse, text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
    const told = first(after(waiting, decide(waiting, input(refuse), CONTEXT)));
    expect(told).toMatchObject({ dueBy: { at: DUE_SUPPORT }, extensionRequest: null });
  });

  test('still keeps to the lead’s deadline when that has come forward since', () => {
    const sooner = { ...asked(supportExtensionRequested()) };
    const task = { ...sooner.task, resolveBy: aDeadline(vn('2025-03-07', '17:00')) };
    const allow = { decision: 'allow-support-extension', ...ask } as const;
    expect(issues({ ...sooner, task }, allow)).toMatchObject([
      { pointer: '/thread', code: 'support-after-lead' },
    ]);
  });

  test('is over once it is answered, lapsed, passed on, overtaken or ended', () => {
    const waiting = asked(supportExtensionRequested());
    const { now } = CONTEXT;
    expect(openExtension(first(waiting), now)).not.toBeNull();
    expect(openExtension(first(waiting), DUE_SUPPORT)).toBeNull();
    expect(openExtension({ ...first(waiting), dueBy: aDeadline(DUE) }, now)).toBeNull();
    for (const happening of [
      supportExtensionAllowed(),
      supportExtensionRefused(),
      supportTransferred({ holder: NEW_WARD }),
      supportEnded(),
    ])
      expect(first(after(waiting, happening)).extensionRequest).toBeNull();
    const over = after(waiting, supportExtensionRefused());
    for (const decision of ['allow-support-extension', 'refuse-support-extension'] as const) {
      const of = over as Parameters<typeof issues>[0];
      expect(issues(of, { decision, ...ask })).toEqual([{ pointer: '/thread', code: 'no-open-extension' }]);
      expect(issues(of, { decision, thread: 'support-9' })).toMatchObject([{ code: 'no-open-extension' }]);
      expect(issues(of, { decision })).toEqual([{ pointer: '/thread', code: 'required' }]);
    }
  });

  test('is told to the lead until it is answered, and the answer to the supporter', () => {
    const event = aNextEvent(asked(), supportExtensionRequested());
    const waiting = applyEvent(asked(), event);
    const [notice] = noticesFor(event, { before: asked(), after: waiting }, CONTEXT.timetable);
    expect(notice).toMatchObject({ kind: 'support-extension-requested', thread: 'support-1', taskNo: 1 });
    expect(isOutdated(notice!, waiting)).toBe(false);
    const allowed = aNextEvent(waiting, supportExtensionAllowed(), { at: plusMs(event.at, 1) });
    expect(isOutdated(notice!, applyEvent(waiting, allowed))).toBe(true);
    expect(kindsOf(waiting, supportExtensionAllowed())).toEqual([
      ['support-extension-allowed', NEIGHBOUR.id],
    ]);
    expect(kindsOf(waiting, supportExtensionRefused())).toEqual([
      ['support-extension-refused', NEIGHBOUR.id],
    ]);
  });
});
