import * as z from 'zod';
import { unitId } from '../middleware/schema-parts.js';
import { lineText, longText } from '../middleware/text-fields.js';
import { MAX_FILES, MAX_TOTAL_BYTES } from '../../core/files/file-limits.js';
import { agencyId, base64File, consent, email, phone } from '../submit-petition/schema.js';

/** Below the 6 MB that a Lambda is called with; room for 4 MB of files in base64 and the texts. */
export const MAX_BODY_BYTES = 5_800_000;

/** What a denunciation says, however it is handed in. */
export const DENUNCIATION_FIELDS = {
  unit: unitId,
  accused: z
    .strictObject({
      agency: agencyId.optional().meta({ description: 'Id from /api/sealed-lane' }),
      name: lineText(3, 200).optional().meta({ description: 'Unit, where it is not in that list' }),
      superiorToo: z
        .boolean()
        .default(false)
        .meta({ description: 'The head of the superior body is accused too: it goes to those above' }),
    })
    .refine(({ agency, name }) => (agency === undefined) !== (name === undefined), {
      path: ['agency'],
      params: { code: 'agency-or-name' },
    }),
  /** Who did it: person and position, in the denouncer's words. Sealed. */
  person: lineText(2, 200),
  description: longText(30, 5_000),
  evidence: longText(5, 2_000).optional().meta({ description: 'Time, place, what proves it' }),
  files: z
    .array(base64File.meta({ description: 'JPEG, PNG or PDF, base64', contentEncoding: 'base64' }))
    .max(MAX_FILES)
    .default([])
    .meta({ description: `What proves it, sealed; at most ${MAX_TOTAL_BYTES} bytes together` }),
  denouncer: z.strictObject({
    name: lineText(2, 120),
    address: lineText(5, 300),
    phone: phone.optional(),
    email: email.optional(),
  }),
};

export const DenunciationBodySchema = z
  .strictObject({ ...DENUNCIATION_FIELDS, consent })
  .meta({ id: 'DenunciationSubmission', description: 'Without a name nothing is taken here.' });
export type DenunciationBody = z.infer<typeof DenunciationBodySchema>;

export const DenunciationReceiptSchema = z
  .object({
    code: z.string(),
    receivedAt: z.string(),
    body: z.object({ id: z.string(), name: z.string(), tier: z.string() }),
    checkBy: z.string().meta({ description: 'Until then the body decides whether it accepts it' }),
  })
  .meta({ id: 'DenunciationReceipt' });
export type DenunciationReceipt = z.infer<typeof DenunciationReceiptSchema>;
