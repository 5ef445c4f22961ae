import * as z from 'zod';
import { lineText } from '../middleware/text-fields.js';

/** Who stands at the desk. In a body, never in an address: it is looked at and kept nowhere. */
export const WHO_FIELDS = {
  contact: lineText(5, 254).meta({
    description: 'Telephone or e-mail as given at intake',
    example: '0901 234 567',
  }),
  name: lineText(2, 120).meta({ example: 'Trần Thị Mai' }),
};

export const SearchBodySchema = z.strictObject(WHO_FIELDS).meta({ id: 'DeskSearch' });

export const SearchAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        petitionId: z.string(),
        code: z.string(),
        categoryLabel: z.string(),
        receivedOn: z.string().meta({ description: 'Day in Việt Nam' }),
        status: z.string(),
        canRecover: z
          .boolean()
          .meta({ description: 'Not once it has ended: the code is all that is left to give' }),
      }),
    ),
    more: z.boolean().meta({ description: 'Older petitions with this contact were not looked at' }),
  })
  .meta({ id: 'DeskSearchResult' });
export type SearchAnswer = z.infer<typeof SearchAnswerSchema>;
