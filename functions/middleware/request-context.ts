import type { MiddlewareObj } from '@middy/core';
import type { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpResult } from './responses.js';

/** Every line of a request carries its id and its route, never its path: the path of a link is a secret. */
export const requestContext = (logger: Logger): MiddlewareObj<APIGatewayProxyEventV2, HttpResult> => ({
  before: ({ event }) => {
    logger.setCorrelationId(event.requestContext.requestId);
    logger.appendKeys({ route: event.routeKey });
  },
});
