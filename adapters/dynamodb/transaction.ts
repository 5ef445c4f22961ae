import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One item of a transaction, with the name under which its failed condition is reported. */
export interface Step<Name extends string> {
  name: Name;
  item: TransactItem;
}

/** `busy`: other transactions kept touching the same items; nothing was written. */
export type TransactionOutcome<Name extends string> =
  { kind: 'written' } | { kind: 'refused'; failed: ReadonlySet<Name> } | { kind: 'busy' };

const ATTEMPTS = 4;
const PAUSE_MS = 25;

const CONDITION = 'ConditionalCheckFailed';
/** Reasons that say nothing about the data. The SDK does not retry a cancelled transaction, whatever the reason. */
const PASSING = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const codesOf = (error: unknown): string[] => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons: CancellationReason[] = error.CancellationReasons ?? [];
  const codes = reasons.map((reason) => reason.Code ?? 'None');
  if (codes.length === 0 || codes.some((code) => code !== CONDITION && !PASSING.has(code))) throw error;
  return codes;
};

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** attempt * (0.5 + Math.random())));

/**
 * Writes all steps or none and says which conditions failed. The SDK gives each command a ClientRequestToken and keeps
 * it over its own retries: a send whose answer got lost is not written twice.
 * @throws anything but conditions, conflicts and throttling as the SDK throws it.
 */
export const transact = async <Name extends string>(
  client: DynamoDBDocumentClient,
  steps: readonly Step<Name>[],
): Promise<TransactionOutcome<Name>> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: steps.map((step) => step.item) }));
      return { kind: 'written' };
    } catch (error) {
      const codes = codesOf(error);
      const failed = steps.filter((_, index) => codes[index] === CONDITION).map((step) => step.name);
      if (failed.length > 0) return { kind: 'refused', failed: new Set(failed) };
    }
    if (attempt < ATTEMPTS) await pause(attempt);
  }
  return { kind: 'busy' };
};
