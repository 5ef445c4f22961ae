import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describeError } from './describe-error.js';
import { header, languageOf } from './language.js';
import { METRIC } from './metric-names.js';
import { count, type Observability } from './observability.js';
import { problemOf, statusOf } from './problem.js';
import type { HttpResult } from './responses.js';

/** Logs a failed request: the caller's faults as information, ours as errors with their frames. */
export const logFailure = (observability: Observability, error: unknown): void => {
  const status = statusOf(error);
  if (status < 500) {
    const { name, code } = describeError(error);
    observability.logger.info('Request refused', { status, error: { name, code } });
    return;
  }
  count(observability, METRIC.serverError);
  observability.logger.error('Request failed', { status, error: { ...describeError(error) } });
};

/** Answers errors of programs' routes with `application/problem+json`. Used last, so that it sees the error first. */
export const problemDetails = (
  observability: Observability,
): MiddlewareObj<APIGatewayProxyEventV2, HttpResult> => ({
  onError: (request) => {
    const { event, error } = request;
    logFailure(observability, error);
    const language = languageOf(header(event, 'accept-language'));
    const problem = problemOf(error, { requestId: event.requestContext.requestId, language });
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        'content-language': language,
        ...(problem.status === 503 ? { 'retry-after': '5' } : {}),
        ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      },
      body: JSON.stringify(problem),
    };
  },
});
