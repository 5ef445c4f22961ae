import type { Keyed } from '../ports/keyed.js';

/** The receipt that the intake gives. */
export const FIRST_RECEIPT = 1;

/**
 * The receipt's secret: 80 bits of a keyed digest of the petition's id and, from the second receipt on, of its number.
 * Nothing of it is stored; only the secret of the receipt in force (`Petition.receiptNo`) proves anything.
 */
export const receiptSecret = async (
  keyed: Keyed,
  petitionId: string,
  receiptNo = FIRST_RECEIPT,
): Promise<string> => {
  const named = receiptNo === FIRST_RECEIPT ? petitionId : `${petitionId} ${receiptNo}`;
  return (await keyed.mac('receipt-secret', named)).slice(0, 20);
};
