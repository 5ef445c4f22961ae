import { parseCode } from '../codes/petition-code.js';
import { NotFoundError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import type { Keyed } from '../ports/keyed.js';
import type { PetitionStore } from '../ports/petition-store.js';
import { isSameText } from '../same-text.js';
import { receiptSecret } from './receipt-secret.js';

/** What is printed on a receipt: whoever has both is taken for the person who handed the petition in. */
export interface Receipt {
  /** As typed: case, spaces and hyphens do not matter. */
  code: string;
  secret: string;
}

export interface ReceiptDeps {
  store: Pick<PetitionStore, 'findByCode' | 'load'>;
  keyed: Keyed;
}

/** Compared as digests of one length, in constant time. */
const isSame = async (keyed: Keyed, a: string, b: string): Promise<boolean> => {
  const [x, y] = await Promise.all([keyed.mac('compare', a), keyed.mac('compare', b)]);
  return isSameText(x, y);
};

/** Who handed in a submission did so with its matters too: where it came as one paper there is one receipt. */
const isOfSubmission = async (
  { store, keyed }: ReceiptDeps,
  { matterOf }: Petition,
  secret: string,
): Promise<boolean> => {
  if (matterOf === null) return false;
  const submission = await store.load(matterOf.petitionId);
  if (submission === null) return false;
  return isSame(keyed, await receiptSecret(keyed, submission.id, submission.receiptNo), secret);
};

/** The petition of a receipt that is in force. @throws NotFoundError for an unknown code and for a wrong secret alike. */
export const petitionByReceipt = async (deps: ReceiptDeps, { code, secret }: Receipt): Promise<Petition> => {
  const { store, keyed } = deps;
  const parsed = parseCode(code);
  const petition = parsed === undefined ? null : await store.findByCode(parsed);
  // Computed for an unknown code too, so that time does not tell the two apart.
  const wanted = await receiptSecret(keyed, petition?.id ?? 'nobody', petition?.receiptNo);
  const isRight = await isSame(keyed, wanted, secret);
  if (petition === null) throw new NotFoundError();
  if (!isRight && !(await isOfSubmission(deps, petition, secret))) throw new NotFoundError();
  return petition;
};
