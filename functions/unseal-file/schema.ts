import * as z from 'zod';
import { DOCUMENT_NO, UNSEAL_REASONS } from '../../core/sealed/sealed-events.js';
import { SealedItemSchema } from '../list-sealed/schema.js';
import { lineText } from '../middleware/text-fields.js';

/** Number of a paper. */
export const documentNo = lineText(1, 40)
  .refine((text) => DOCUMENT_NO.test(text), { params: { code: 'document-no' } })
  .meta({ example: '125/TTr-P2' });

export const UnsealBodySchema = z
  .strictObject({
    reason: z.enum(UNSEAL_REASONS).meta({ description: 'Is in the history for good, with your user id' }),
    documentNo: documentNo.optional().meta({ description: 'Required for `ordered-in-writing`' }),
  })
  .meta({ id: 'Unsealing' });

export const UnsealedSchema = z
  .object({
    file: SealedItemSchema,
    denunciation: z.object({
      description: z.string(),
      denouncer: z.object({
        name: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        address: z.string(),
      }),
      accusedName: z.string(),
      evidence: z.string().nullable(),
      files: z.array(
        z.object({
          type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
          base64: z.string().meta({ contentEncoding: 'base64' }),
        }),
      ),
    }),
  })
  .meta({
    id: 'UnsealedDenunciation',
    description: 'Given once for each recorded unsealing; not to be kept',
  });
export type UnsealedAnswer = z.infer<typeof UnsealedSchema>;
