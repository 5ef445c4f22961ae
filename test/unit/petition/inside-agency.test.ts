import { describe, expect, test } from 'vitest';
import {
  inputOfDraft,
  isFinalHappening,
  MAX_PROPOSALS_PER_TASK,
  openProposal,
  orProposed,
  type ApprovalFacts,
} from '../../../core/petition/approval.js';
import { MAX_ASSIGNMENTS_PER_TASK } from '../../../core/petition/assign-inside.js';
import { IllegalTransitionError, ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import { decide } from '../../../core/petition/decisions.js';
import { FINAL_DECISIONS, type FinalDecision } from '../../../core/petition/final-decision.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { isFinal, TRANSITIONS, type Command } from '../../../core/petition/transitions.js';
import { aText } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, input, issues, open } from './deciding.js';
import { HAPPENINGS } from './folding.js';

const ASSIGNEE = { id: 'office-1', addressSince: vn('2025-01-02', '09:00') };
const CODE_UNTIL = vn('2025-03-04', '15:00');
const FACTS: ApprovalFacts = {
  needed: Object.fromEntries(FINAL_DECISIONS.map((decision) => [decision, 'head-link'])),
  head: { id: 'head', addressSince: vn('2025-01-02', '09:00') },
  isHead: false,
};
const FIELDS = {
  ground: 'already-settled',
  track: 'khieu-nai',
  body: aText('c'.repeat(64)),
  documentNo: '7/UBND',
};

const submitted = (
  petition: Petition & { task: Task },
  decision: FinalDecision,
  facts: Partial<ApprovalFacts> = {},
): Happening => {
  const asked = input({ ...FIELDS, decision });
  const happening = decide(petition, asked, CONTEXT);
  if (!isFinalHappening(happening)) throw new TypeError('not final');
  return orProposed(petition, { happening, input: asked, codeUntil: CODE_UNTIL }, { ...FACTS, ...facts });
};

const withTask = (change: Partial<Task>): Petition & { task: Task } => {
  const petition = open();
  return { ...petition, task: { ...petition.task, ...change } };
};

test('final are the decisions that end the matter, here and in the table of transitions', () => {
  expect((Object.keys(TRANSITIONS) as Command[]).filter(isFinal)).toEqual(FINAL_DECISIONS);
});

describe('a task handed on inside the agency', () => {
  test('names the contact and since when it has its address; nothing else of the task changes', () => {
    const asked = input({ decision: 'assign', contact: 'office-1', text: null });
    expect(decide(open(), asked, { ...CONTEXT, assignee: ASSIGNEE })).toEqual({
      type: 'TaskAssigned',
      data: { taskNo: 1, contactId: 'office-1', addressSince: ASSIGNEE.addressSince, text: null },
    });
  });

  test('is refused for nobody, for whoever has it, and after the last time', () => {
    const to = (
      contact: string | null,
      task: Partial<Task> = {},
      assignee: typeof ASSIGNEE | null = ASSIGNEE,
    ) => issues(withTask(task), { decision: 'assign', contact }, { assignee }).map(({ code }) => code);
    expect(to(null)).toEqual(['required']);
    expect(to('main')).toEqual(['same-contact']);
    expect(to('office-1', { assignedTo: 'office-1' })).toEqual(['same-contact']);
    expect(to('office-1', {}, null)).toEqual(['unknown-contact']);
    expect(to('office-1', { assignments: MAX_ASSIGNMENTS_PER_TASK })).toEqual(['assignments-used-up']);
    expect(to('office-1', { assignments: MAX_ASSIGNMENTS_PER_TASK - 1 })).toEqual([]);
  });
});

describe('a final decision where the head must approve', () => {
  test.each(FINAL_DECISIONS)(
    '%s becomes a draft, from which the very same decision is made again',
    (decision) => {
      const petition = open();
      const draft = submitted(petition, decision);
      if (draft.type !== 'AnswerProposed') throw new TypeError('no draft');
      expect(draft.data.decision).toBe(decision);
      expect(decide(petition, inputOfDraft(draft.data), CONTEXT)).toEqual(
        decide(petition, input({ ...FIELDS, decision }), CONTEXT),
      );
    },
  );

  test('is the answer itself where nobody asks for approval, and says so where nobody can give it', () => {
    expect(submitted(open(), 'resolve', { needed: { reject: 'head-link' } }).data).not.toHaveProperty(
      'approval',
    );
    expect(submitted(open(), 'resolve', { isHead: true })).toMatchObject({
      ...{ type: 'PetitionResolved', data: { approval: { by: 'actor' } } },
    });
    expect(submitted(open(), 'resolve', { head: null })).toMatchObject({
      ...{ type: 'PetitionResolved', data: { approval: { by: 'nobody', because: 'no-head' } } },
    });
  });

  test('is refused after the last draft', () => {
    expect(() => submitted(withTask({ proposals: MAX_PROPOSALS_PER_TASK }), 'resolve')).toThrow(
      ValidationError,
    );
    const voidProposals = [{ seq: 3, at: '2025-03-04T02:00:00.000Z' }];
    expect(submitted(withTask({ proposals: MAX_PROPOSALS_PER_TASK, voidProposals }), 'resolve').type).toBe(
      'AnswerProposed',
    );
    expect(submitted(withTask({ proposals: MAX_PROPOSALS_PER_TASK - 1 }), 'resolve').type).toBe(
      'AnswerProposed',
    );
  });

  test('is no final event where only a support task ends', () => {
    const final = Object.values(HAPPENINGS).filter(isFinalHappening);
    expect([...new Set(final.map(({ type }) => type))].sort()).toEqual([
      ...['PetitionForwarded', 'PetitionGuided', 'PetitionRejected', 'PetitionResolved'],
    ]);
  });
});

describe('the draft in the record', () => {
  const drafted = () => open({}, HAPPENINGS['propose-answer']);

  test('leaves state, dates and holder as they are, and is open for its own link only', () => {
    const [before, after] = [open(), drafted()];
    expect(after.task.proposal).toMatchObject({ seq: after.head.seq, decision: 'guide' });
    expect({ ...after.task, proposal: null, proposals: 0 }).toEqual(before.task);
    expect([after.status, after.firstNoticeAt, after.outcome]).toEqual([before.status, null, null]);
    expect(openProposal(after, after.head.seq).decision).toBe('guide');
    expect(() => openProposal(after, after.head.seq - 1)).toThrow(IllegalTransitionError);
  });

  test('ends with the link to a petition that says the same', () => {
    const linked = open({}, HAPPENINGS['propose-answer'], HAPPENINGS['link-duplicate']);
    expect(linked).toMatchObject({ status: 'LINKED', task: { proposal: null } });
  });

  test('ends when it is sent back, with a question, a request to others or another class, and with the resident’s word', () => {
    for (const command of ['return-answer', 'ask', 'request-support', 'reclassify', 'supplement'] as const)
      expect(open({}, HAPPENINGS['propose-answer'], HAPPENINGS[command]).task.proposal, command).toBeNull();
    for (const command of ['note', 'assign', 'extend', 'remind', 'propose-visit'] as const)
      expect(
        open({}, HAPPENINGS['propose-answer'], HAPPENINGS[command]).task.proposal,
        command,
      ).not.toBeNull();
  });
});
