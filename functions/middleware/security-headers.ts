import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpResult } from './responses.js';

type Headers = Readonly<Record<string, string>>;

const COMMON: Headers = {
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cache-control': 'no-store',
};

/** For answers to programs: nothing in them may run, frame or be framed. */
export const API_HEADERS: Headers = {
  ...COMMON,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** What the handler sets itself (for example a longer cache time) stays. */
export const securityHeaders = (headers: Headers): MiddlewareObj<APIGatewayProxyEventV2, HttpResult> => {
  const add = (request: { response: HttpResult | null | undefined }): void => {
    if (request.response != null) request.response.headers = { ...headers, ...request.response.headers };
  };
  return { after: add, onError: add };
};
