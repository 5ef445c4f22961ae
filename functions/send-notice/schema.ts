import * as z from 'zod';

/** A batch of the notices' queue. Bodies are parsed one by one (adapters/sqs/notice-message.ts): one that is broken does not hold up the others. */
export const QueueBatchSchema = z.object({
  Records: z
    .array(z.looseObject({ messageId: z.string().min(1).max(200), body: z.string().max(2_000) }))
    .max(10),
});

export interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}
