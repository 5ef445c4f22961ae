import { createHash } from 'node:crypto';
import { TaskClosedError, ValidationError } from '../errors.js';
import { answeredRequest } from '../petition/extension-request.js';
import type { SuperiorAnswer } from '../petition/transitions.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import type { EventTexts } from '../ports/vault.js';
import type { ChangeContext, ChangeDeps } from './change-petition.js';
import { recordForm, type FormOutcome } from './record-form.js';
import { actorOf, findLink, stateOfLink, type LinkDeps } from './task-link.js';

/** A superior's form, parsed and bounded; texts trimmed and NFC, empty ones null. */
export interface ExtensionForm {
  nonce: string;
  answer: SuperiorAnswer;
  text: string | null;
  actorName: string | null;
  actorPosition: string | null;
}

export interface AnswerExtensionDeps extends ChangeDeps, LinkDeps {
  keyed: Keyed;
}

const fingerprintOf = ({ nonce: _nonce, ...fields }: ExtensionForm): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('hex');

const declaredIn = ({ actorName, actorPosition }: ExtensionForm): string => {
  const issues = [
    ...(actorName === null ? [{ pointer: '/actorName', code: 'required' }] : []),
    ...(actorPosition === null ? [{ pointer: '/actorPosition', code: 'required' }] : []),
  ];
  if (issues.length > 0) throw new ValidationError(issues);
  return `${actorName ?? ''} — ${actorPosition ?? ''}`;
};

const planAnswer = async (
  deps: AnswerExtensionDeps,
  context: ChangeContext,
  ask: { form: ExtensionForm; link: Link },
) => {
  const { form, link } = ask;
  const state = await stateOfLink(deps, link, context);
  if (state.kind !== 'live') throw new TaskClosedError();
  const declared = declaredIn(form);
  const texts: EventTexts = { declaredBy: declared, ...(form.text !== null && { text: form.text }) };
  const digest = async (text: string) => ({ digest: await deps.vault.digest(link.petitionId, text) });
  const input = {
    answer: form.answer,
    text: form.text === null ? null : await digest(form.text),
    declaredBy: await digest(declared),
  };
  return { happening: answeredRequest(state.petition, input, context.now), actor: actorOf(link), texts };
};

/**
 * Records what a superior answers to a request for an extension, through the link bound to that request. The form's nonce
 * makes it idempotent.
 * @throws NotFoundError (unknown link), TaskClosedError (answered or lapsed), ValidationError.
 */
export const answerExtension = async (
  deps: AnswerExtensionDeps,
  linkId: string,
  form: ExtensionForm,
): Promise<FormOutcome> => {
  const link = await findLink(deps.links, linkId);
  if (link.requestSeq === undefined) throw new TaskClosedError();
  const posted = { link, nonce: form.nonce, fingerprint: fingerprintOf(form) };
  return recordForm(deps, posted, (context) => planAnswer(deps, context, { form, link }));
};
