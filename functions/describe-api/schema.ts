import * as z from 'zod';

export const HealthAnswerSchema = z
  .object({ status: z.literal('ok'), stage: z.string(), version: z.string() })
  .meta({ id: 'Health' });
export type HealthAnswer = z.infer<typeof HealthAnswerSchema>;
