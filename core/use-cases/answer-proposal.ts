import { createHash } from 'node:crypto';
import { TaskClosedError, ValidationError } from '../errors.js';
import type { EventData, PetitionEvent } from '../events.js';
import {
  approvedAs,
  inputOfDraft,
  isFinalHappening,
  openProposal,
  type FinalHappening,
  type HeadAnswer,
} from '../petition/approval.js';
import { fail, type Held } from '../petition/decision-input.js';
import type { Approval } from '../petition/inside-agency-schemas.js';
import { decide } from '../petition/decisions.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import type { EventTexts } from '../ports/vault.js';
import type { ChangeContext, ChangeDeps, PlannedChange } from './change-petition.js';
import { declaredBy } from './declared-by.js';
import { recordForm, type FormOutcome } from './record-form.js';
import { actorOf, findLink, stateOfLink, type LinkDeps } from './task-link.js';

/** A head's form, parsed and bounded; texts trimmed and NFC, empty ones null. */
export interface ProposalForm {
  nonce: string;
  answer: HeadAnswer;
  text: string | null;
  actorName: string | null;
  actorPosition: string | null;
}

export interface AnswerProposalDeps extends ChangeDeps, LinkDeps {
  keyed: Keyed;
}

type DraftEvent = Extract<PetitionEvent, { type: 'AnswerProposed' }>;

/** The event that drafted an answer. */
export const draftIn = (history: readonly PetitionEvent[], seq: number): DraftEvent => {
  const event = history.find((each) => each.seq === seq);
  if (event?.type !== 'AnswerProposed') throw new TypeError('a draft that the history does not have');
  return event;
};

const fingerprintOf = ({ nonce: _nonce, ...fields }: ProposalForm): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('hex');

const declaredIn = (form: ProposalForm): string => {
  const declared = declaredBy(form);
  if (declared === null)
    throw new ValidationError([
      { pointer: '/actorName', code: 'required' },
      { pointer: '/actorPosition', code: 'required' },
    ]);
  return declared;
};

const NAMED_TEXTS = ['text', 'declaredBy', 'noEvidenceReason', 'body'] as const;

/** The drafted texts that the answer names: another one would lie in the vault unsealed. */
const textsOf = ({ data }: FinalHappening, drafted: EventTexts): EventTexts => {
  const reason = drafted['supportOpenReason'];
  return {
    ...Object.fromEntries(
      NAMED_TEXTS.flatMap((name) => {
        const text = drafted[name];
        return text !== undefined && (data as Record<string, unknown>)[name] != null ? [[name, text]] : [];
      }),
    ),
    ...(data.openSupports !== undefined && reason !== undefined && { supportOpenReason: reason }),
  };
};

/** The very event that the official's decision would have been; evidence was checked when it was drafted. */
const answerOf = (
  petition: Held,
  draft: EventData<'AnswerProposed'>,
  context: ChangeContext,
): FinalHappening => {
  const happening = decide(petition, inputOfDraft(draft), {
    ...context,
    ...{ evidenceRule: 'none', newCategory: null, assignee: null, linkTo: null },
  });
  if (!isFinalHappening(happening)) throw new TypeError('a draft that is no answer');
  return happening;
};

type Plan = Omit<PlannedChange, 'receipt'>;

const planReturn = async (
  deps: AnswerProposalDeps,
  petition: Held,
  { form, link, proposalSeq }: { form: ProposalForm; link: Link; proposalSeq: number },
): Promise<Plan> => {
  const { text } = form;
  if (text === null) throw new ValidationError([{ pointer: '/text', code: 'required' }]);
  const declared = declaredIn(form);
  const digest = async (said: string) => ({ digest: await deps.vault.digest(petition.id, said) });
  return {
    happening: {
      type: 'AnswerReturned',
      data: {
        ...{ taskNo: petition.task.no, proposalSeq },
        ...{ text: await digest(text), declaredBy: await digest(declared) },
      },
    },
    actor: actorOf(link),
    texts: { text, declaredBy: declared },
  };
};

/** The answer of a draft with its texts, as it leaves now that the head has agreed; `approval` says how it did. */
export const answerOfDraft = async (
  deps: Pick<ChangeDeps, 'store' | 'vault'>,
  context: ChangeContext & { petition: Held },
  { proposalSeq, approval }: { proposalSeq: number; approval: (proposedBy: string) => Approval },
): Promise<{ happening: FinalHappening; texts: EventTexts }> => {
  const { petition } = context;
  const [history, drafted] = await Promise.all([
    deps.store.history(petition.id),
    deps.vault.openTexts(petition.id, proposalSeq),
  ]);
  const { data, actor } = draftIn(history, proposalSeq);
  const proposedBy = actor.kind === 'agency' ? actor.contactId : actor.kind;
  const happening = approvedAs(answerOf(petition, data, context), approval(proposedBy));
  return { happening, texts: textsOf(happening, drafted) };
};

const planApproval = async (
  deps: AnswerProposalDeps,
  context: ChangeContext & { petition: Held },
  { form, link, proposalSeq }: { form: ProposalForm; link: Link; proposalSeq: number },
): Promise<Plan> => {
  const declared = declaredIn(form);
  const digest = await deps.vault.digest(context.petition.id, declared);
  const { happening, texts } = await answerOfDraft(deps, context, {
    proposalSeq,
    approval: (proposedBy) => ({ by: 'head', proposalSeq, proposedBy, declaredBy: { digest } }),
  });
  return { happening, actor: actorOf(link), texts: { ...texts, approvedBy: declared } };
};

const planAnswer = async (
  deps: AnswerProposalDeps,
  context: ChangeContext,
  { form, link }: { form: ProposalForm; link: Link },
): Promise<Plan> => {
  const state = await stateOfLink(deps, link, context);
  if (state.kind !== 'live' || link.requestSeq === undefined) throw new TaskClosedError();
  const { petition } = state;
  const { seq: proposalSeq, code } = openProposal(petition, link.requestSeq);
  if (form.answer === 'return-answer') return planReturn(deps, petition, { form, link, proposalSeq });
  // The city asks for more than the head's mailbox: the head tells the code to whoever drafted it.
  return code !== null
    ? fail('/decision', 'approved-by-code')
    : planApproval(deps, { ...context, petition }, { form, link, proposalSeq });
};

/**
 * Records what the head says to a draft, through the link bound to it: the answer leaves as it was drafted, or goes back.
 * The form's nonce makes it idempotent.
 * @throws NotFoundError (unknown link), TaskClosedError, IllegalTransitionError (answered, replaced or withdrawn),
 * ValidationError.
 */
export const answerProposal = async (
  deps: AnswerProposalDeps,
  linkId: string,
  form: ProposalForm,
): Promise<FormOutcome> => {
  const link = await findLink(deps.links, linkId);
  if (link.requestSeq === undefined) throw new TaskClosedError();
  const posted = { link, nonce: form.nonce, fingerprint: fingerprintOf(form) };
  return recordForm(deps, posted, (context) => planAnswer(deps, context, { form, link }));
};
