import { createHash } from 'node:crypto';
import { IllegalTransitionError, TaskClosedError, ValidationError } from '../errors.js';
import type { FileRef } from '../event-parts.js';
import type { DecisionInput, Held } from '../petition/decision-input.js';
import { decide } from '../petition/decisions.js';
import type { Petition } from '../petition/petition.js';
import { openSupports } from '../petition/support.js';
import { isFinalHappening, orProposed } from '../petition/approval.js';
import { isSupportDecision, type SupportDecision } from '../petition/support-transitions.js';
import { isAllowed, isFinal, type Decision } from '../petition/transitions.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { ContactAddresses, ContactPosts } from '../ports/contacts.js';
import type { FileStore } from '../ports/files.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import type { EventTexts } from '../ports/vault.js';
import type { ChangeContext } from './change-petition.js';
import { planSupportDecision } from './decide-support.js';
import { declaredBy } from './declared-by.js';
import { precedentOf } from './desk-precedents.js';
import { linkTargetOf } from './link-target.js';
import { insideFor, requireApproved } from './inside-agency.js';
import { newCategoryFor } from './new-category.js';
import type { MatterForm } from './new-matters.js';
import { planSplit, type SplitDeps } from './split-petition.js';
import { recordForm, type FormOutcome } from './record-form.js';
import { actorOf, findHoldersLink, stateOfLink, type LinkDeps } from './task-link.js';

/** A file of the form, sniffed and stripped. */
type FormFile = Omit<FileRef, 'key' | 'size'> & { bytes: Uint8Array };

/** An official's form, parsed and bounded; texts trimmed and NFC, empty ones null; files sniffed and stripped. */
export interface DecisionForm {
  nonce: string;
  /** A decision of the holder, or of a supporting agency. */
  decision: Decision | SupportDecision;
  text: string | null;
  agency: string | null;
  until: string | null;
  ground: string | null;
  track: string | null;
  body: string | null;
  actorName: string | null;
  actorPosition: string | null;
  noEvidenceReason: string | null;
  supportOpenReason: string | null;
  /** Agencies asked to contribute. */
  supports: readonly string[];
  /** Support thread that the lead ends. */
  thread: string | null;
  /** Contact of the same agency that is to work on it. */
  contact: string | null;
  visitDay: string | null;
  visitTime: string | null;
  visitPlace: string | null;
  documentNo: string | null;
  conditions: Record<string, boolean>;
  /** The category under which the petition is to go on; null keeps the present one. */
  category: string | null;
  /** The matters into which it is split. */
  matters: readonly MatterForm[];
  /** Code of the petition that this one repeats, as chosen or typed. */
  duplicateOf: string | null;
  evidence: FormFile[];
  /** The document that was signed apart from this form. */
  signedFile: FormFile | null;
}

export interface DecideDeps extends SplitDeps, LinkDeps {
  contacts: ContactAddresses & ContactPosts;
  files: FileStore;
  keyed: Keyed;
  duplicates: DuplicateLinks;
}

const fingerprintOf = (form: DecisionForm): string => {
  const { evidence, signedFile, nonce: _nonce, ...fields } = form;
  const digest = createHash('sha256').update(JSON.stringify(fields));
  for (const file of evidence) digest.update(file.sha256);
  if (signedFile !== null) digest.update(`signed ${signedFile.sha256}`);
  return digest.digest('hex');
};

/** Texts that only some decisions name in their event. */
const EXTRA_TEXTS: Partial<Record<DecisionForm['decision'], (form: DecisionForm) => EventTexts>> = {
  forward: ({ body }) => (body === null ? {} : { body }),
  'propose-visit': ({ visitPlace }) => (visitPlace === null ? {} : { place: visitPlace }),
};

const textsOf = (form: DecisionForm): EventTexts => {
  const texts: EventTexts = {};
  const declared = declaredBy(form);
  if (form.text !== null) texts['text'] = form.text;
  if (declared !== null) texts['declaredBy'] = declared;
  if (form.noEvidenceReason !== null) texts['noEvidenceReason'] = form.noEvidenceReason;
  if (form.supportOpenReason !== null) texts['supportOpenReason'] = form.supportOpenReason;
  // A text that no event names would lie in the vault unsealed.
  return { ...texts, ...EXTRA_TEXTS[form.decision]?.(form) };
};

const inputOf = async (
  deps: DecideDeps,
  petitionId: string,
  ask: { form: DecisionForm; decision: Exclude<Decision, 'split'>; texts: EventTexts; files: Files<FileRef> },
): Promise<DecisionInput> => {
  const digested = async (name: string) => {
    const text = ask.texts[name];
    return text === undefined ? null : { digest: await deps.vault.digest(petitionId, text) };
  };
  const { agency, until, ground, track, documentNo, conditions, supports, thread, duplicateOf, contact } =
    ask.form;
  const [text, declaredBy, noEvidenceReason, body, place, supportOpenReason] = await Promise.all(
    ['text', 'declaredBy', 'noEvidenceReason', 'body', 'place', 'supportOpenReason'].map(digested),
  );
  return {
    ...{ decision: ask.decision, agency, until, ground, track, documentNo, conditions },
    ...{ ...ask.files, supports, thread, duplicateOf, contact },
    visit: { day: ask.form.visitDay, time: ask.form.visitTime, place: place ?? null },
    supportOpenReason: supportOpenReason ?? null,
    text: text ?? null,
    declaredBy: declaredBy ?? null,
    noEvidenceReason: noEvidenceReason ?? null,
    body: body ?? null,
  };
};

/** Files and answers that no event would name are refused, not dropped without a word. */
const checkExtras = (
  decision: Decision,
  { evidence, signedFile, conditions }: DecisionForm,
  questions: readonly string[],
): void => {
  if (decision !== 'resolve' && evidence.length > 0)
    throw new ValidationError([{ pointer: '/evidence', code: 'only-with-resolve' }]);
  if (!isFinal(decision) && signedFile !== null)
    throw new ValidationError([{ pointer: '/signedFile', code: 'only-with-answer' }]);
  if (Object.keys(conditions).some((key) => !questions.includes(key)))
    throw new ValidationError([{ pointer: '/conditions', code: 'unknown-condition' }]);
};

interface Files<T> {
  evidence: T[];
  signedFile: T | null;
}

const eachFile = async <T>(
  { evidence, signedFile }: DecisionForm,
  change: (file: FormFile) => Promise<T>,
): Promise<Files<T>> => {
  const [changed, signed] = await Promise.all([
    Promise.all(evidence.map(change)),
    signedFile === null ? null : change(signedFile),
  ]);
  return { evidence: changed, signedFile: signed };
};

const unstored = ({ bytes, ...file }: FormFile): FileRef => ({
  ...file,
  key: file.sha256,
  size: bytes.length,
});

/** The decision, if it is the holder's and open in this state. */
const holdersDecision = ({ decision }: DecisionForm, { status }: Petition): Decision => {
  if (isSupportDecision(decision) || !isAllowed(decision, status, 'holder'))
    throw new IllegalTransitionError(decision, status);
  return decision;
};

/** The category as it is, and the one as which the matter shall go on. */
const categoriesOf = (deps: DecideDeps, petition: Petition, form: DecisionForm) =>
  Promise.all([
    deps.registers.category(petition.category),
    form.decision === 'reclassify'
      ? newCategoryFor(deps.registers, petition, form.category ?? petition.category)
      : null,
  ]);

/** Every decision but the one that begins petitions of its own. */
const planHolders = async (
  deps: DecideDeps,
  context: ChangeContext,
  ask: { form: DecisionForm; link: Link; petition: Held; decision: DecisionInput['decision'] },
) => {
  const { form, link, petition, decision } = ask;
  const [[category, newCategory], linkTo] = await Promise.all([
    categoriesOf(deps, petition, form),
    decision === 'link-duplicate' ? linkTargetOf(deps, form.duplicateOf) : null,
  ]);
  await requireApproved(deps, { petition, link, linkTo });
  checkExtras(decision, form, (newCategory?.category ?? category)?.conditions ?? []);
  const leavesSupports = isFinal(decision) && openSupports(petition).length > 0;
  const texts = textsOf(leavesSupports ? form : { ...form, supportOpenReason: null });
  // Decided once without the files, so that a form with a fault stores none.
  const inside = await insideFor(deps, { petition, link, decision, contact: form.contact });
  const codeUntil = context.timetable.answerCode(context.now);
  const decideWith = async (files: Files<FileRef>) => {
    const input = await inputOf(deps, petition.id, { form, decision, texts, files });
    const happening = decide(petition, input, {
      ...context,
      evidenceRule: category?.evidence ?? 'none',
      newCategory,
      linkTo,
      assignee: inside.assignee,
    });
    return isFinalHappening(happening)
      ? orProposed(petition, { happening, input, codeUntil }, inside.approval)
      : happening;
  };
  await decideWith(await eachFile(form, (file) => Promise.resolve(unstored(file))));
  const stored = await eachFile(form, (file) => deps.files.put(petition.id, file));
  const happening = await decideWith(stored);
  return {
    ...{ happening, actor: actorOf(link), texts },
    ...(await precedentOf(deps, petition, happening)),
  };
};

const planDecision = async (
  deps: DecideDeps,
  context: ChangeContext,
  ask: { form: DecisionForm; link: Link },
) => {
  const { form, link } = ask;
  const state = await stateOfLink(deps, link, context);
  if (state.kind === 'dead') throw new TaskClosedError();
  if (state.kind === 'support') return planSupportDecision(deps, state, { form, link, context });
  const { petition } = state;
  const decision = holdersDecision(form, petition);
  if (decision !== 'split') return planHolders(deps, context, { form, link, petition, decision });
  checkExtras(decision, form, []);
  const { matters, text } = form;
  return planSplit(deps, { petition, context, actor: actorOf(link), matters, text });
};

/**
 * Records what an official decided through a link. The form's nonce makes it idempotent: the same form again gives the
 * same receipt, also after the task was closed by it.
 * @throws NotFoundError (unknown link), TaskClosedError, IllegalTransitionError, ValidationError.
 */
export const decideTask = async (
  deps: DecideDeps,
  linkId: string,
  form: DecisionForm,
): Promise<FormOutcome> => {
  const link = await findHoldersLink(deps.links, linkId);
  const posted = { link, nonce: form.nonce, fingerprint: fingerprintOf(form) };
  return recordForm(deps, posted, (context) => planDecision(deps, context, { form, link }));
};
