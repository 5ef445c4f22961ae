import { IllegalTransitionError, ValidationError } from '../errors.js';
import type { FileRef } from '../event-parts.js';
import type { Petition } from '../petition/petition.js';
import { decideSupport } from '../petition/support-acts.js';
import { supportState, type SupportTask } from '../petition/support.js';
import {
  isFinalSupport,
  isSupportAllowed,
  isSupportDecision,
  type SupportDecision,
} from '../petition/support-transitions.js';
import type { Link } from '../ports/links.js';
import type { EventTexts } from '../ports/vault.js';
import type { ChangeContext, PlannedChange } from './change-petition.js';
import type { DecideDeps, DecisionForm } from './decide-task.js';
import { declaredBy } from './declared-by.js';
import { actorOf } from './task-link.js';

const declared = (form: DecisionForm): string => {
  const person = declaredBy(form);
  if (person === null) throw new ValidationError([{ pointer: '/actorName', code: 'required' }]);
  return person;
};

/** Only texts that the event names: another one would lie in the vault unsealed. */
const textsOf = (form: DecisionForm, decision: SupportDecision): EventTexts => ({
  ...(form.text !== null && { text: form.text }),
  ...(isFinalSupport(decision) && { declaredBy: declared(form) }),
});

/**
 * What a supporting agency decided through its link.
 * @throws IllegalTransitionError for a decision that is not a supporter's, or not in this state; ValidationError.
 */
export const planSupportDecision = async (
  deps: Pick<DecideDeps, 'vault' | 'files'>,
  { petition, support }: { petition: Petition; support: SupportTask },
  { form, link, context }: { form: DecisionForm; link: Link; context: ChangeContext },
): Promise<Omit<PlannedChange, 'receipt'>> => {
  const { decision } = form;
  const state = supportState(support);
  if (!isSupportDecision(decision) || !isSupportAllowed(decision, state, 'supporter'))
    throw new IllegalTransitionError(decision, state);
  if (decision !== 'support-answer' && form.evidence.length > 0)
    throw new ValidationError([{ pointer: '/evidence', code: 'only-with-resolve' }]);
  if (form.signedFile !== null)
    throw new ValidationError([{ pointer: '/signedFile', code: 'only-with-answer' }]);
  const texts = textsOf(form, decision);
  const digested = async (name: string) => {
    const text = texts[name];
    return text === undefined ? null : { digest: await deps.vault.digest(petition.id, text) };
  };
  const [text, declaredBy] = await Promise.all([digested('text'), digested('declaredBy')]);
  const happeningWith = (evidence: FileRef[]) =>
    decideSupport(
      { petition, support },
      {
        ...{ decision, text, declaredBy, evidence, agency: form.agency, until: form.until },
        documentNo: isFinalSupport(decision) ? form.documentNo : null,
      },
      context,
    );
  // Decided once without the files, so that a form with a fault stores none.
  happeningWith([]);
  const stored = await Promise.all(form.evidence.map((file) => deps.files.put(petition.id, file)));
  return { happening: happeningWith(stored), actor: actorOf(link), texts };
};
