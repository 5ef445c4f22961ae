import { ValidationError, type InputIssue } from '../../../core/errors.js';
import type { Assignment } from '../../../core/event-parts.js';
import type { Happening } from '../../../core/events.js';
import type { DecisionContext, DecisionInput } from '../../../core/petition/decision-input.js';
import { decide } from '../../../core/petition/decisions.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { smallJurisdiction, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aPetition, aText, routed } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';

export const NOW = vn('2025-03-04', '09:00');
export const DUE = vn('2025-03-10', '17:00');
/** Five working days after DUE. */
export const LATEST = vn('2025-03-17', '17:00');

export const CONTEXT: DecisionContext = {
  jurisdiction: smallJurisdiction(),
  timetable: smallTimetable('thuong'),
  now: NOW,
  evidenceRule: 'none',
  newCategory: null,
  linkTo: null,
  assignee: null,
};

export const input = (
  overrides: Partial<DecisionInput> & Pick<DecisionInput, 'decision'>,
): DecisionInput => ({
  text: aText(),
  agency: null,
  until: null,
  ground: null,
  track: null,
  body: null,
  declaredBy: aText('b'.repeat(64)),
  documentNo: null,
  evidence: [],
  signedFile: null,
  noEvidenceReason: null,
  supportOpenReason: null,
  supports: [],
  thread: null,
  contact: null,
  visit: { day: null, time: null, place: null },
  conditions: {},
  duplicateOf: null,
  ...overrides,
});

export const open = (
  assignment: Partial<Assignment> = {},
  ...more: Happening[]
): Petition & { task: Task } => {
  const petition = aPetition({}, routed({ holder: WARD, resolveBy: aDeadline(DUE), ...assignment }), ...more);
  if (petition.task === null) throw new Error('not open');
  return { ...petition, task: petition.task };
};

export const issues = (
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
