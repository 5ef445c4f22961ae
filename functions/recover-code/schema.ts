import * as z from 'zod';
import { WHO_FIELDS } from '../find-petitions/schema.js';
import { longText } from '../middleware/text-fields.js';

export const RecoveryBodySchema = z
  .strictObject({
    ...WHO_FIELDS,
    reason: longText(5, 300).meta({
      description: 'Why a new receipt is handed out and how the person was recognised; kept in the vault',
    }),
  })
  .meta({ id: 'CodeRecovery' });

export const NewReceiptSchema = z
  .object({
    code: z.string(),
    secret: z.string().meta({ description: 'Voids the secrets of the receipts before it' }),
    receiptNo: z.number(),
    categoryLabel: z.string(),
    receivedOn: z.string(),
    statusUrl: z.string(),
  })
  .meta({ id: 'NewReceipt', description: 'To be printed and handed over; the secret is shown this once' });
export type NewReceiptAnswer = z.infer<typeof NewReceiptSchema>;
