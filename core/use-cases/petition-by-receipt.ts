import { timingSafeEqual } from 'node:crypto';
import { parseCode } from '../codes/petition-code.js';
import { NotFoundError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import type { Keyed } from '../ports/keyed.js';
import type { PetitionStore } from '../ports/petition-store.js';
import { receiptSecret } from './receipt-secret.js';

/** What is printed on a receipt: whoever has both is taken for the person who handed the petition in. */
export interface Receipt {
  /** As typed: case, spaces and hyphens do not matter. */
  code: string;
  secret: string;
}

/** Compared as digests of one length, in constant time. */
const isSame = async (keyed: Keyed, a: string, b: string): Promise<boolean> => {
  const [x, y] = await Promise.all([keyed.mac('compare', a), keyed.mac('compare', b)]);
  return timingSafeEqual(Buffer.from(x), Buffer.from(y));
};

/** The petition of a receipt that is in force. @throws NotFoundError for an unknown code and for a wrong secret alike. */
export const petitionByReceipt = async (
  { store, keyed }: { store: Pick<PetitionStore, 'findByCode'>; keyed: Keyed },
  { code, secret }: Receipt,
): Promise<Petition> => {
  const parsed = parseCode(code);
  const petition = parsed === undefined ? null : await store.findByCode(parsed);
  // Computed for an unknown code too, so that time does not tell the two apart.
  const wanted = await receiptSecret(keyed, petition?.id ?? 'nobody', petition?.receiptNo);
  const isRight = await isSame(keyed, wanted, secret);
  if (petition === null || !isRight) throw new NotFoundError();
  return petition;
};
