import * as z from 'zod';

export const LetterSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    sender: z.string().meta({ description: 'The body whose words the letter brings' }),
    recipient: z.string(),
    writtenOn: z.string().meta({ description: 'Day in Việt Nam' }),
    paragraphs: z.array(z.string()),
    said: z.string().nullable().meta({ description: 'What the unit wrote: its answer or its question' }),
    facts: z.array(z.tuple([z.string(), z.string()])),
    closing: z.array(z.string()),
    trackUrl: z.string(),
  })
  .meta({ id: 'Letter', description: 'A notice to a resident, in words to be printed' });
