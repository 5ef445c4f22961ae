import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Observability } from './observability.js';
import { publishMetrics } from './publish-metrics.js';
import { problemDetails } from './problem-details.js';
import { requestContext } from './request-context.js';
import type { HttpResult } from './responses.js';
import { API_HEADERS, securityHeaders } from './security-headers.js';

export interface BundleOptions {
  headers?: Readonly<Record<string, string>>;
  /** Shapes errors; must set a response. */
  onError?: MiddlewareObj<APIGatewayProxyEventV2, HttpResult>;
}

/**
 * What every HTTP function is wrapped in. `onError` runs in reverse order: the error is shaped first, then the headers
 * are added, then metrics and log are flushed and cleared. Events are never logged.
 */
export const httpBundle = (
  observability: Observability,
  options: BundleOptions = {},
): MiddyfiedHandler<APIGatewayProxyEventV2, HttpResult> =>
  middy<APIGatewayProxyEventV2, HttpResult>()
    .use(injectLambdaContext(observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(observability.metrics))
    .use(requestContext(observability.logger))
    .use(securityHeaders(options.headers ?? API_HEADERS))
    .use(options.onError ?? problemDetails(observability));
