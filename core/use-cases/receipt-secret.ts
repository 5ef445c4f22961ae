import type { Keyed } from '../ports/keyed.js';

/** The receipt's secret: 80 bits of a keyed digest of the petition's id. Nothing of it is stored. */
export const receiptSecret = async (keyed: Keyed, petitionId: string): Promise<string> =>
  (await keyed.mac('receipt-secret', petitionId)).slice(0, 20);
