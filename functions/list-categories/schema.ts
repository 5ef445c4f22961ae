import * as z from 'zod';

export const CategoriesAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        group: z.enum(['admin', 'party']).meta({ description: "People's Committees, or Party and Front" }),
        explain: z.string(),
        examples: z.array(z.string()),
        elsewhere: z.string().meta({ description: 'What belongs to another category' }),
        evidence: z.enum(['photo', 'document', 'none']),
        urgentWhen: z.string().meta({ description: 'Circumstances that make it urgent; empty = never' }),
        emergency: z.enum(['113', '114', '115']).nullable().meta({ description: 'Number to call in danger' }),
        hidesSubmitter: z.boolean().meta({ description: 'The unit is not shown who handed it in' }),
        questions: z.array(z.object({ key: z.string(), question: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Categories' });
export type CategoriesAnswer = z.infer<typeof CategoriesAnswerSchema>;
