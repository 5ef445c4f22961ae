import { createHash } from 'node:crypto';
import { linkOfTask, type TaskRef } from '../digests/digest-link.js';
import {
  HeadConflictError,
  IllegalTransitionError,
  NotFoundError,
  TaskClosedError,
  TransientError,
  ValidationError,
} from '../errors.js';
import { inGroups } from '../in-groups.js';
import type { DecisionInput } from '../petition/decision-input.js';
import { decide } from '../petition/decisions.js';
import type { Petition } from '../petition/petition.js';
import { isAllowed } from '../petition/transitions.js';
import type { Keyed } from '../ports/keyed.js';
import type { DigestLink, Link } from '../ports/links.js';
import type { ChangeContext, ChangeDeps } from './change-petition.js';
import { findDigestLink, stateOfDigestLink } from './digest-link-state.js';
import { isGenuineNonce } from './form-nonce.js';
import { recordForm } from './record-form.js';
import { actorOf, stateOfLink, type LinkDeps } from './task-link.js';

export interface AcceptTasksDeps extends ChangeDeps, LinkDeps {
  keyed: Keyed;
}

/** Commits at once: each is on a petition of its own, so they do not meet. */
const AT_ONCE = 5;

/** `already`: accepted before, by whatever way. `moved`: settled, or with another agency. `busy`: to be tried again. */
export type AcceptOutcome = 'accepted' | 'already' | 'moved' | 'busy';

export interface AcceptedTask {
  task: TaskRef;
  outcome: AcceptOutcome;
  /** Null for what the agency never held. */
  petition: Petition | null;
}

export type AcceptedTasks =
  | { kind: 'done'; tasks: AcceptedTask[] }
  | { kind: 'dead'; because: 'expired' | 'replaced'; link: DigestLink };

/** An accept says nothing but itself. */
const ACCEPT: DecisionInput = {
  ...{ decision: 'accept', text: null, agency: null, until: null, ground: null, track: null, body: null },
  ...{ declaredBy: null, documentNo: null, evidence: [], signedFile: null, noEvidenceReason: null },
  ...{
    supportOpenReason: null,
    supports: [],
    thread: null,
    conditions: {},
    duplicateOf: null,
    contact: null,
  },
  visit: { day: null, time: null, place: null },
};
const FINGERPRINT = createHash('sha256').update('accept').digest('hex');

const planAccept = async (deps: AcceptTasksDeps, context: ChangeContext, link: Link) => {
  const state = await stateOfLink(deps, link, context);
  if (state.kind !== 'live') throw new TaskClosedError();
  const { petition } = state;
  if (!isAllowed('accept', petition.status, 'holder'))
    throw new IllegalTransitionError('accept', petition.status);
  const happening = decide(petition, ACCEPT, {
    ...context,
    evidenceRule: 'none',
    newCategory: null,
    linkTo: null,
    assignee: null,
  });
  return { happening, actor: actorOf(link) };
};

/** What an error means for one row; whatever is not listed is ours to mend. */
const REFUSALS: readonly (readonly [abstract new (...args: never[]) => Error, AcceptOutcome])[] = [
  [IllegalTransitionError, 'already'],
  [TaskClosedError, 'moved'],
  [NotFoundError, 'moved'],
  [HeadConflictError, 'busy'],
  [TransientError, 'busy'],
];

/** The petition, if the agency has had it: the codes of others are not told. */
const shown = async (
  { store }: AcceptTasksDeps,
  petitionId: string,
  agencyId: string,
): Promise<Petition | null> => {
  const petition = await store.load(petitionId);
  return petition?.hops.some(({ to }) => to === agencyId) === true ? petition : null;
};

/**
 * The ordinary acceptance of one task: conditional, in its own transaction, named by the form's nonce. A link that ends
 * while the form is read accepts nothing.
 */
const acceptTask = async (
  deps: AcceptTasksDeps,
  digest: DigestLink,
  { task, nonce }: { task: TaskRef; nonce: string },
): Promise<AcceptedTask> => {
  // The nonce was made for the list, and is the same for all that it shows.
  const link = linkOfTask(digest, digest.hash, task);
  try {
    const { petition } = await recordForm(deps, { link, nonce, fingerprint: FINGERPRINT }, (context) =>
      planAccept(deps, context, link),
    );
    return { task, outcome: 'accepted', petition };
  } catch (error) {
    const outcome = REFUSALS.find(([refusal]) => error instanceof refusal)?.[1];
    if (outcome === undefined) throw error;
    return { task, outcome, petition: await shown(deps, task.petitionId, digest.agencyId) };
  }
};

/**
 * Accepts several tasks of an agency through the link of its digest, each for itself: what one of them meets does not
 * stop the others, and the same form again gives the same answer.
 * @throws NotFoundError (unknown link), ValidationError for a nonce that is not ours.
 */
export const acceptTasks = async (
  deps: AcceptTasksDeps,
  linkId: string,
  form: { nonce: string; tasks: readonly TaskRef[] },
): Promise<AcceptedTasks> => {
  const link = await findDigestLink(deps.links, linkId);
  if (!(await isGenuineNonce(deps.keyed, link.hash, form.nonce)))
    throw new ValidationError([{ pointer: '/nonce', code: 'stale-form' }]);
  const state = await stateOfDigestLink(deps, link, deps.clock.now());
  if (state !== 'live') return { kind: 'dead', because: state, link };
  const tasks = await inGroups(form.tasks, AT_ONCE, (task) =>
    acceptTask(deps, link, { task, nonce: form.nonce }),
  );
  return { kind: 'done', tasks };
};
