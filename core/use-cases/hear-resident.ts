import { IdempotencyMismatchError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import { residentEvent, type ResidentAct } from '../petition/resident-acts.js';
import type { Keyed } from '../ports/keyed.js';
import type { ChangeDeps } from './change-petition.js';
import { changeRecounted } from './change-recounted.js';
import { petitionByReceipt, type Receipt } from './petition-by-receipt.js';

export interface HearResidentDeps extends ChangeDeps {
  keyed: Keyed;
}

/** What the resident says, in plain text, parsed and bounded. */
export type ResidentWord =
  | { kind: 'answer'; text: string }
  | { kind: 'feedback'; satisfied: boolean; rating: number | null; text: string | null }
  | { kind: 'withdraw'; text: string | null };

export interface ResidentRequest extends Receipt {
  word: ResidentWord;
  /** The caller's `Idempotency-Key`; without one, the same words on the same question or answer count once. */
  key: string | null;
}

const actOf = async (
  deps: HearResidentDeps,
  petitionId: string,
  word: ResidentWord,
): Promise<ResidentAct> => {
  const digested = async (text: string) => ({ digest: await deps.vault.digest(petitionId, text) });
  if (word.kind === 'answer') return { kind: 'answer', text: await digested(word.text) };
  const text = word.text === null ? null : await digested(word.text);
  return word.kind === 'withdraw' ? { kind: 'withdraw', text } : { ...word, text };
};

/**
 * Which question or answer the words are about, the same before and after they were heard: "Có" may answer two questions,
 * and an answer that is not better than the one before it may get the same words.
 */
const subjectOf = ({ task, reopenings, appeals, outcome }: Petition, { kind }: ResidentWord): string => {
  if (kind === 'withdraw') return 'all';
  if (kind === 'feedback') return `answer ${reopenings + appeals - (outcome === null ? 1 : 0)}`;
  return `question ${task?.no ?? 0}.${task?.pauses ?? 0}`;
};

const idempotencyOf = async (deps: HearResidentDeps, petition: Petition, { word, key }: ResidentRequest) => {
  const fingerprint = await deps.keyed.mac('resident-word', JSON.stringify(word));
  const request = key ?? `${subjectOf(petition, word)} ${fingerprint}`;
  const nonce = await deps.keyed.mac('resident-request', `${petition.id} ${request}`);
  return { nonce, fingerprint };
};

/**
 * Records what the resident says: an answer or something to add, how satisfied with the decision, or that the petition
 * is withdrawn. The same request again changes nothing.
 * @throws NotFoundError, IllegalTransitionError, ValidationError, IdempotencyMismatchError.
 */
export const hearResident = async (deps: HearResidentDeps, request: ResidentRequest): Promise<Petition> => {
  const { id } = await petitionByReceipt(deps, request);
  const { petition } = await changeRecounted(deps, id, async (context) => {
    const receipt = await idempotencyOf(deps, context.petition, request);
    const known = await deps.store.receipt(id, receipt.nonce);
    if (known !== null) {
      if (known.fingerprint !== receipt.fingerprint) throw new IdempotencyMismatchError();
      return null;
    }
    const act = await actOf(deps, id, request.word);
    return {
      happening: residentEvent(context.petition, act, context),
      actor: { kind: 'resident' },
      ...(request.word.text !== null && { texts: { text: request.word.text } }),
      receipt,
    };
  });
  return petition;
};
