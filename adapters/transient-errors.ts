import { TransientError } from '../core/errors.js';

const BROKEN_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

const BUSY = new Set([
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
  // A plain update that met somebody's transaction on the same item.
  'TransactionConflictException',
  'RequestThrottled',
  'SlowDown',
  'ConditionalRequestConflict',
]);

interface SdkError {
  name: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

/** May the same call succeed in a moment? Also true when it is unknown whether this one did. */
export const isTransient = (error: unknown): error is Error => {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata } = error as SdkError;
  if (BUSY.has(name) || (typeof code === 'string' && BROKEN_CONNECTION.has(code))) return true;
  return ($metadata?.httpStatusCode ?? 0) >= 500;
};

/** What an SDK client lets us add to. */
interface Client {
  middlewareStack: {
    add(
      middleware: <I extends object, O>(next: (args: I) => Promise<O>) => (args: I) => Promise<O>,
      options: { step: 'initialize'; name: string; priority: 'high' },
    ): void;
  };
}

/**
 * Lets a client throw TransientError, after its own retries, for whatever may pass: Step Functions and queues retry by
 * that name. Everything else keeps the SDK's class, which adapters tell apart.
 */
export const withTransientErrors = <C extends { middlewareStack: { add: unknown } }>(client: C): C => {
  (client as unknown as Client).middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (isTransient(error))
          throw new TransientError(`A service did not answer (${error.name}).`, { cause: error });
        throw error;
      }
    },
    { step: 'initialize', name: 'transientErrors', priority: 'high' },
  );
  return client;
};
