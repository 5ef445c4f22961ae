import { IdempotencyMismatchError, IllegalTransitionError, NotFoundError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import { isAllowed } from '../petition/transitions.js';
import type { PetitionStore } from '../ports/petition-store.js';
import {
  changePetition,
  type ChangeContext,
  type ChangeDeps,
  type PlannedChange,
} from './change-petition.js';
import { receiptSecret } from './receipt-secret.js';
import { isFoundBy, type SearchDeps, type WhoAsks } from './search-petitions.js';

export type RecoverDeps = ChangeDeps & SearchDeps & { store: PetitionStore };

export interface Recovery extends WhoAsks {
  petitionId: string;
  /** Why a new receipt is handed out, e.g. how the person proved to be the one; for the vault. */
  reason: string;
  /** The caller's `Idempotency-Key`: pressed twice, the button gives one receipt. */
  key: string;
}

/** A receipt to print: the only moment at which its secret is shown. */
export interface NewReceipt {
  petition: Petition;
  receiptNo: number;
  secret: string;
}

const COMMAND = 'recover-code';

const planned = async (
  deps: RecoverDeps,
  { petition }: ChangeContext,
  recovery: Recovery & { nonce: string; fingerprint: string },
): Promise<PlannedChange> => {
  if (!isAllowed(COMMAND, petition.status, 'operator'))
    throw new IllegalTransitionError(COMMAND, petition.status);
  return {
    happening: {
      type: 'CodeRecovered',
      data: {
        receiptNo: petition.receiptNo + 1,
        reason: { digest: await deps.vault.digest(petition.id, recovery.reason) },
      },
    },
    actor: { kind: 'operator', userId: recovery.userId },
    texts: { reason: recovery.reason },
    receipt: { nonce: recovery.nonce, fingerprint: recovery.fingerprint },
  };
};

/** Number of the receipt that an earlier, equal request has made. */
const madeBefore = async (deps: RecoverDeps, petitionId: string, nonce: string): Promise<number> => {
  const seq = (await deps.store.receipt(petitionId, nonce))?.seq;
  const event = (await deps.store.history(petitionId)).find((each) => each.seq === seq);
  if (event?.type !== 'CodeRecovered') throw new IdempotencyMismatchError();
  return event.data.receiptNo;
};

/**
 * Hands out a new receipt to somebody who has lost the code: the person's contact and name are asked for again, so that a
 * clerk who knows nothing but a petition's id gets no secret. The secrets before it are void from here on.
 * @throws NotFoundError when contact and name are not those of the petition, IllegalTransitionError when it has ended,
 * IdempotencyMismatchError, TooManyRequestsError, ValidationError.
 */
export const recoverCode = async (deps: RecoverDeps, recovery: Recovery): Promise<NewReceipt> => {
  const { petitionId, userId, key } = recovery;
  if (!(await isFoundBy(deps, recovery, petitionId))) throw new NotFoundError();
  const nonce = await deps.keyed.mac('recovery-request', `${userId} ${petitionId} ${key}`);
  const fingerprint = await deps.keyed.mac('recovery-fingerprint', recovery.reason);
  const { petition, event } = await changePetition(deps, petitionId, async (context) => {
    const known = await deps.store.receipt(petitionId, nonce);
    if (known === null) return planned(deps, context, { ...recovery, nonce, fingerprint });
    if (known.fingerprint !== fingerprint) throw new IdempotencyMismatchError();
    return null;
  });
  const receiptNo = event === null ? await madeBefore(deps, petitionId, nonce) : petition.receiptNo;
  return { petition, receiptNo, secret: await receiptSecret(deps.keyed, petitionId, receiptNo) };
};
