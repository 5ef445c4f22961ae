import { NotFoundError, ValidationError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import type { ChangeContext, ChangeDeps, PlannedChange } from './change-petition.js';
import { changeRecounted } from './change-recounted.js';
import { isGenuineNonce } from './form-nonce.js';

/** A form that was posted through a link. */
export interface PostedLinkForm {
  link: Link;
  nonce: string;
  /** Digest of everything else in it. */
  fingerprint: string;
}

export type FormOutcome =
  /** Recorded now, or before by the very same form. */
  | { kind: 'recorded' | 'repeated'; petition: Petition; seq: number }
  /** The nonce was used for another form. */
  | { kind: 'mismatch'; petition: Petition };

const outcomeBefore = async (
  { store }: ChangeDeps,
  { link: { petitionId }, nonce, fingerprint }: PostedLinkForm,
): Promise<FormOutcome | null> => {
  const receipt = await store.receipt(petitionId, nonce);
  if (receipt === null) return null;
  const petition = await store.load(petitionId);
  if (petition === null) throw new NotFoundError();
  return receipt.fingerprint === fingerprint
    ? { kind: 'repeated', petition, seq: receipt.seq }
    : { kind: 'mismatch', petition };
};

/**
 * Records what a form of a link says, once: its nonce makes it idempotent. The same form again gives the same outcome, also
 * after the task was closed by it.
 * @throws NotFoundError, ValidationError for a nonce that is not ours, and whatever `plan` throws.
 */
export const recordForm = async (
  deps: ChangeDeps & { keyed: Keyed },
  form: PostedLinkForm,
  plan: (context: ChangeContext) => Promise<Omit<PlannedChange, 'receipt'>>,
): Promise<FormOutcome> => {
  const { link, nonce, fingerprint } = form;
  if (!(await isGenuineNonce(deps.keyed, link.hash, nonce)))
    throw new ValidationError([{ pointer: '/nonce', code: 'stale-form' }]);
  const before = await outcomeBefore(deps, form);
  if (before !== null) return before;
  try {
    const { petition, event } = await changeRecounted(deps, link.petitionId, async (context) => ({
      ...(await plan(context)),
      receipt: { nonce, fingerprint },
    }));
    return { kind: 'recorded', petition, seq: event?.seq ?? petition.head.seq };
  } catch (error) {
    // Two posts of one form at once: the second finds the task closed by the first.
    const after = await outcomeBefore(deps, form);
    if (after !== null) return after;
    throw error;
  }
};
