import * as z from 'zod';

/** All that a code gives: nobody learns from it who, whom or what. */
export const DenunciationStatusSchema = z
  .object({
    code: z.string(),
    status: z.enum(['RECEIVED', 'HANDED-OVER', 'CLOSED']),
    receivedOn: z.string().meta({ description: 'Day in Việt Nam' }),
    handedOverOn: z.string().nullable(),
    closedOn: z.string().nullable(),
  })
  .meta({ id: 'DenunciationStatus' });
export type DenunciationStatus = z.infer<typeof DenunciationStatusSchema>;
