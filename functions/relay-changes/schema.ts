import * as z from 'zod';

/** A batch of a DynamoDB stream; what a record says is read by the adapter that knows the table's layout. */
export const StreamBatchSchema = z.object({
  Records: z
    .array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string().min(1).max(64) }) }))
    .max(10_000),
});

/** Partial batch answer: everything from the first failure on is delivered again. */
export interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}
