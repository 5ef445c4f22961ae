import * as z from 'zod';
import { unitId } from '../middleware/schema-parts.js';
import { lineText, longText } from '../middleware/text-fields.js';
import { agencyId, consent, email, phone } from '../submit-petition/schema.js';

export const DenunciationBodySchema = z
  .strictObject({
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
    denouncer: z.strictObject({
      name: lineText(2, 120),
      address: lineText(5, 300),
      phone: phone.optional(),
      email: email.optional(),
    }),
    consent,
  })
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
