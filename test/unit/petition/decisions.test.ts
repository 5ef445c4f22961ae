import { describe, expect, test } from 'vitest';
import { ValidationError, type InputIssue } from '../../../core/errors.js';
import type { Assignment, Happening } from '../../../core/events.js';
import {
  decide,
  MAX_TRANSFER_WEIGHT,
  type DecisionContext,
  type DecisionInput,
} from '../../../core/petition/decisions.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import {
  CHAIRMAN,
  CITY,
  DISTRICT,
  NEIGHBOUR,
  smallJurisdiction,
  smallTimetable,
  WARD,
} from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';

const NOW = vn('2025-03-04', '09:00');
const DUE = vn('2025-03-10', '17:00');
/** Five working days after DUE. */
const LATEST = vn('2025-03-17', '17:00');

const CONTEXT: DecisionContext = {
  jurisdiction: smallJurisdiction(),
  timetable: smallTimetable('thuong'),
  now: NOW,
  evidenceRule: 'none',
};

const input = (overrides: Partial<DecisionInput> & Pick<DecisionInput, 'decision'>): DecisionInput => ({
  text: aText(),
  agency: null,
  until: null,
  ground: null,
  declaredBy: aText('b'.repeat(64)),
  documentNo: null,
  evidence: [],
  noEvidenceReason: null,
  conditions: {},
  ...overrides,
});

const open = (assignment: Partial<Assignment> = {}, ...more: Happening[]): Petition & { task: Task } => {
  const petition = aPetition({}, routed({ holder: WARD, resolveBy: aDeadline(DUE), ...assignment }), ...more);
  if (petition.task === null) throw new Error('not open');
  return { ...petition, task: petition.task };
};

const issues = (
  petition: Petition & { task: Task },
  asked: Parameters<typeof input>[0],
  context: Partial<DecisionContext> = {},
): InputIssue[] => {
  try {
    decide(petition, input(asked), { ...CONTEXT, ...context });
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    throw error;
  }
  return [];
};

const PHOTO = { key: 'k', sha256: 'c'.repeat(64), type: 'image/jpeg', size: 1 } as const;

describe('a decision is refused, with the field at fault', () => {
  test.each([
    ['note', { text: null }, '/text', 'required'],
    ['transfer', { agency: null }, '/agency', 'required'],
    ['transfer', { agency: NEIGHBOUR.id, text: null }, '/text', 'required'],
    ['transfer', { agency: WARD.id }, '/agency', 'same-agency'],
    ['transfer', { agency: 'khong-co' }, '/agency', 'unknown-agency'],
    ['transfer', { agency: DISTRICT.id }, '/agency', 'other-tier'],
    ['beyond-competence', { text: null }, '/text', 'required'],
    ['extend', { until: null }, '/until', 'required'],
    ['extend', { until: '2025-03-12', text: null }, '/text', 'required'],
    ['extend', { until: '2025-03-10' }, '/until', 'not-later'],
    ['resolve', { text: null }, '/text', 'required'],
    ['resolve', { declaredBy: null }, '/actorName', 'required'],
    ['reject', { ground: 'already-settled', declaredBy: null }, '/actorName', 'required'],
    ['reject', { ground: 'already-settled', text: null }, '/text', 'required'],
    ['reject', { ground: null }, '/ground', 'legal-ground'],
    ['reject', { ground: 'no-time' }, '/ground', 'legal-ground'],
  ] as const)('%s with %o', (...[decision, fields, pointer, code]) => {
    expect(issues(open(), { decision, ...fields })).toEqual([{ pointer, code }]);
  });
});

describe('accepting', () => {
  test.each([null, aText()])('needs no words (%o)', (text) => {
    expect(decide(open(), input({ decision: 'accept', text, declaredBy: null }), CONTEXT)).toEqual({
      type: 'TaskAccepted',
      data: { taskNo: 1, text },
    });
  });
});

describe('resolving', () => {
  test.each([
    ['photo', false],
    ['document', false],
    ['none', true],
  ] as const)('without evidence, where the category asks for %s: allowed %s', (evidenceRule, isAllowed) => {
    const found = issues(open(), { decision: 'resolve' }, { evidenceRule });
    expect(found).toEqual(isAllowed ? [] : [{ pointer: '/noEvidenceReason', code: 'evidence-or-reason' }]);
  });

  test.each([
    ['a photo', { evidence: [PHOTO] }],
    ['a reason why there is none', { noEvidenceReason: aText() }],
  ])('is possible with %s', (_with, fields) => {
    expect(issues(open(), { decision: 'resolve', ...fields }, { evidenceRule: 'photo' })).toEqual([]);
  });

  test('tells everything that was handed in, under the number of the task', () => {
    const asked = input({ decision: 'resolve', evidence: [PHOTO], documentNo: '45/UBND' });
    expect(decide(open(), asked, CONTEXT)).toEqual({
      type: 'PetitionResolved',
      data: {
        taskNo: 1,
        text: asked.text,
        declaredBy: asked.declaredBy,
        evidence: [PHOTO],
        noEvidenceReason: null,
        documentNo: '45/UBND',
      },
    });
  });
});

describe('refusing', () => {
  test('names a legal ground', () => {
    const happening = decide(open(), input({ decision: 'reject', ground: 'court-or-inspection' }), CONTEXT);
    expect(happening).toMatchObject({
      type: 'PetitionRejected',
      data: { taskNo: 1, ground: 'court-or-inspection' },
    });
  });
});

describe('transferring', () => {
  const transfer = (to: string) => input({ decision: 'transfer', agency: to });

  test('keeps the running clock: only taking the task gets a new term', () => {
    const happening = decide(open(), transfer(NEIGHBOUR.id), CONTEXT);
    expect(happening).toMatchObject({
      type: 'PetitionTransferred',
      data: {
        weight: 1,
        assignment: {
          holder: NEIGHBOUR,
          resolveBy: { at: DUE },
          acceptBy: { at: vn('2025-03-05', '17:00') },
        },
      },
    });
  });

  test('on the last day gives no more time to accept than there is to settle', () => {
    const happening = decide(open(), transfer(NEIGHBOUR.id), { ...CONTEXT, now: vn('2025-03-10', '16:00') });
    expect(happening).toMatchObject({
      data: { assignment: { acceptBy: { at: DUE }, resolveBy: { at: DUE } } },
    });
  });

  test('back to a former holder counts double, and after three it is enough', () => {
    const moved = (from: Petition & { task: Task }, to: string) => decide(from, transfer(to), CONTEXT);
    const once = open({}, moved(open(), NEIGHBOUR.id));
    const back = moved(once, WARD.id);
    expect(back).toMatchObject({ data: { weight: 2 } });
    const thrice = open({}, moved(open(), NEIGHBOUR.id), back);
    expect(thrice.transfers).toBe(MAX_TRANSFER_WEIGHT);
    expect(issues(thrice, { decision: 'transfer', agency: NEIGHBOUR.id })).toEqual([
      { pointer: '/decision', code: 'transfers-used-up', params: { max: MAX_TRANSFER_WEIGHT } },
    ]);
  });

  test('by the reception desk may go anywhere, weighs nothing and begins the proper terms', () => {
    const atDesk = open({ isTriage: true, acceptBy: null, resolveBy: aDeadline(vn('2025-03-05', '17:00')) });
    const happening = decide(atDesk, transfer(CITY.id), CONTEXT);
    expect(happening).toMatchObject({
      data: { weight: 0, assignment: { holder: CITY, resolveBy: { at: vn('2025-03-11', '17:00') } } },
    });
  });
});

describe('not being competent', () => {
  test('moves it to the next authority with fresh terms and a new promise; the answers to its questions are kept', () => {
    const asked = input({ decision: 'beyond-competence', conditions: { 'chan-thoat-nuoc': true } });
    const happening = decide(open(), asked, CONTEXT);
    expect(happening).toMatchObject({
      type: 'BeyondCompetenceDeclared',
      data: {
        conditions: { 'chan-thoat-nuoc': true },
        assignment: { holder: DISTRICT, resolveBy: { at: vn('2025-03-11', '17:00') } },
        promised: {
          firstNoticeBy: open().promised.firstNoticeBy,
          resolveBy: { at: vn('2025-03-11', '17:00') },
        },
      },
    });
  });

  test.each([
    ['the last owner', { holder: CHAIRMAN, isLastOwner: true }],
    ['whoever is its own next authority', { holder: CHAIRMAN }],
  ])('is no way out for %s', (_who, assignment) => {
    expect(issues(open(assignment), { decision: 'beyond-competence' })).toEqual([
      { pointer: '/decision', code: 'last-owner' },
    ]);
  });
});

describe('extending', () => {
  test.each([
    ['2025-03-11', []],
    ['2025-03-17', []],
    ['2025-03-18', [{ pointer: '/until', code: 'too-late', params: { latest: LATEST } }]],
  ])('until %s', (until, expected) => {
    expect(issues(open(), { decision: 'extend', until })).toEqual(expected);
  });

  test('ends with the office hours of the day named, and is promised to the resident', () => {
    const happening = decide(open(), input({ decision: 'extend', until: '2025-03-12' }), CONTEXT);
    const at = vn('2025-03-12', '17:00');
    expect(happening).toMatchObject({
      type: 'DeadlineExtended',
      data: { taskNo: 1, resolveBy: { at }, promised: { resolveBy: { at } } },
    });
  });

  test('is possible once, while it is not late, where there is a deadline and a term for it', () => {
    const until = '2025-03-12';
    const once = open({}, decide(open(), input({ decision: 'extend', until }), CONTEXT));
    const ask = { decision: 'extend', until: '2025-03-14' } as const;
    expect(issues(once, ask)).toEqual([{ pointer: '/decision', code: 'extensions-used-up' }]);
    expect(issues(open(), ask, { now: DUE })).toEqual([{ pointer: '/decision', code: 'already-late' }]);
    expect(issues(open(), ask, { now: vn('2025-03-10', '16:59') })).toEqual([]);
    expect(issues(open({ resolveBy: null, followUpAt: aDeadline(DUE) }), ask)).toEqual([
      { pointer: '/decision', code: 'no-deadline' },
    ]);
    const rigid = { ...CONTEXT.timetable, extension: () => null };
    expect(issues(open(), ask, { timetable: rigid })).toEqual([
      { pointer: '/decision', code: 'not-extendable' },
    ]);
  });

  test('is counted from the deadline that it moves', () => {
    expect(anAssignment().resolveBy?.at).not.toBe(LATEST);
    expect(CONTEXT.timetable.extension(DUE)?.at).toBe(LATEST);
  });
});
