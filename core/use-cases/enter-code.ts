import { TaskClosedError } from '../errors.js';
import {
  codeFailed,
  codeRequested,
  openCoded,
  requireUsable,
  type CodedProposal,
  type CodeRef,
} from '../petition/answer-code.js';
import { fail, required, type Held } from '../petition/decision-input.js';
import type { ContactAddresses, ContactPosts } from '../ports/contacts.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import { isRightCode, typedDigits } from './answer-code.js';
import { answerOfDraft } from './answer-proposal.js';
import type { ChangeContext, ChangeDeps, PlannedChange } from './change-petition.js';
import { headOf } from './inside-agency.js';
import { recordForm, type FormOutcome } from './record-form.js';
import { actorOf, findHoldersLink, stateOfLink, type LinkDeps } from './task-link.js';

/** What an official does while a draft waits for the head's code. */
export const CODE_ACTS = ['enter-code', 'request-code'] as const;
export type CodeAct = (typeof CODE_ACTS)[number];

/** An official's form about the code of a draft, parsed and bounded. */
export interface CodeForm {
  nonce: string;
  act: CodeAct;
  /** The draft and the code that the page was made for. */
  ref: CodeRef;
  /** What was typed; null with `request-code`, and where nothing was. */
  code: string | null;
}

export interface EnterCodeDeps extends ChangeDeps, LinkDeps {
  contacts: ContactAddresses & ContactPosts;
  keyed: Keyed;
  /** Keyed by the secret of the heads' one-time codes. */
  codeKeys: Keyed;
}

type Plan = Omit<PlannedChange, 'receipt'>;

/** Keyed: from a plain digest somebody who reads the table could find the eight digits by trying all. */
const fingerprintOf = ({ codeKeys }: EnterCodeDeps, { nonce: _nonce, ...fields }: CodeForm) =>
  codeKeys.mac('answer-code-form', JSON.stringify(fields));

const planRequest = async (
  deps: EnterCodeDeps,
  { timetable, now }: ChangeContext,
  { petition, proposal }: { petition: Held; proposal: CodedProposal },
): Promise<Plan['happening']> => {
  const head = await headOf(deps.contacts, petition.task.holder.id);
  return codeRequested(petition, proposal, { head, until: timetable.answerCode(now) });
};

/** The answer, where the code is right; a failure on record, where it is not. */
const planEntry = async (
  deps: EnterCodeDeps,
  context: ChangeContext & { petition: Held },
  { proposal, digits }: { proposal: CodedProposal; digits: string },
): Promise<Pick<Plan, 'happening' | 'texts'>> => {
  const { petition, now } = context;
  const { code, seq: proposalSeq } = proposal;
  requireUsable(code, now);
  const { contactId, addressSince, no: codeNo } = code;
  // Whoever had the mailbox then may not be the head any more.
  if ((await deps.contacts.addressSince(petition.task.holder.id, contactId)) !== addressSince)
    fail('/code', 'code-of-former-head');
  if (!(await isRightCode(deps.codeKeys, { ...code, petitionId: petition.id, proposalSeq }, digits)))
    return { happening: codeFailed(petition, proposal) };
  return answerOfDraft(deps, context, {
    proposalSeq,
    approval: (proposedBy) => ({
      ...{ by: 'code', proposalSeq, proposedBy, codeNo },
      contactId: `${contactId}@${addressSince}`,
    }),
  });
};

const planAct = async (
  deps: EnterCodeDeps,
  context: ChangeContext,
  { form, link }: { form: CodeForm; link: Link },
): Promise<Plan> => {
  const state = await stateOfLink(deps, link, context);
  if (state.kind !== 'live') throw new TaskClosedError();
  const { petition } = state;
  const proposal = openCoded(petition, form.ref);
  const actor = actorOf(link);
  if (form.act === 'request-code')
    return { happening: await planRequest(deps, context, { petition, proposal }), actor };
  const digits = typedDigits(required(form.code, '/code')) ?? fail('/code', 'code-format');
  return { ...(await planEntry(deps, { ...context, petition }, { proposal, digits })), actor };
};

/**
 * Records what an official types or asks while a draft waits for the head's code: the answer leaves, or a wrong code is
 * on record, or another code is mailed. The form's nonce makes it idempotent: the same form counts once.
 * @throws NotFoundError (unknown link), TaskClosedError, IllegalTransitionError (the draft is over), ValidationError (not
 * eight digits, a code that does not hold any more, codes used up).
 */
export const enterCode = async (
  deps: EnterCodeDeps,
  linkId: string,
  form: CodeForm,
): Promise<FormOutcome> => {
  const link = await findHoldersLink(deps.links, linkId);
  const posted = { link, nonce: form.nonce, fingerprint: await fingerprintOf(deps, form) };
  return recordForm(deps, posted, (context) => planAct(deps, context, { form, link }));
};
