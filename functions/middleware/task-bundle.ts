import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import * as z from 'zod';
import { DomainError, StaleRunError } from '../../core/errors.js';
import { describeError } from './describe-error.js';
import type { Observability } from './observability.js';
import { publishMetrics } from './publish-metrics.js';

/** The thread of a petition and the run of its execution: all that the state machine knows. */
export const ThreadRunSchema = z.strictObject({
  petitionId: z.uuid(),
  thread: z.string().regex(/^(lead|support-\d{1,3})$/),
  run: z.number().int().positive(),
});

/**
 * Logs the error and lets it go on by its name, which Retry and Catch match. Step Functions keeps the message in the
 * execution's history, where nothing personal may be: only our own messages are passed on.
 */
const namedErrors = ({ logger }: Observability): MiddlewareObj => ({
  onError: (request) => {
    const error = request.error ?? new Error('no error');
    const level = error instanceof StaleRunError ? 'info' : 'error';
    logger[level]('Task failed', { error: { ...describeError(error) } });
    if (error instanceof DomainError) return;
    const named = new Error('See the log of the function.');
    named.name = error.name;
    request.error = named;
  },
});

interface TaskSchemas<I extends z.ZodType<z.infer<typeof ThreadRunSchema>>, O extends z.ZodType> {
  input: I;
  output: O;
}

/** What every function called by the state machine is wrapped in: plain JSON in and out, both parsed. */
export const taskBundle = <I extends z.ZodType<z.infer<typeof ThreadRunSchema>>, O extends z.ZodType>(
  observability: Observability,
  schemas: TaskSchemas<I, O>,
  work: (input: z.infer<I>) => Promise<z.infer<O>>,
): MiddyfiedHandler<unknown, z.infer<O>> =>
  middy<unknown, z.infer<O>>()
    .use(injectLambdaContext(observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(observability.metrics))
    .use(namedErrors(observability))
    .handler(async (event) => {
      const input = schemas.input.parse(event);
      const { petitionId, thread, run } = input;
      observability.logger.appendKeys({ petitionId, thread, run });
      return schemas.output.parse(await work(input));
    });
