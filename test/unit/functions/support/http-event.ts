import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { HttpResult } from '../../../../functions/middleware/responses.js';
import type { RouteKey } from '../../../../functions/routes.js';

export const REQUEST_ID = 'request-1';

export const CONTEXT = {
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'lambda-request-1',
} as Context;

export interface Asked {
  headers?: Record<string, string>;
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
  /** Claims of a token that the authorizer has let through. */
  claims?: Record<string, unknown>;
}

/** An event of an HTTP API (payload format 2.0), as API Gateway sends it. */
export const httpEvent = (routeKey: RouteKey, asked: Asked = {}): APIGatewayProxyEventV2 => {
  const [method = 'GET', template = '/'] = routeKey.split(' ');
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? name);
  const authorizer =
    asked.claims === undefined ? {} : { authorizer: { jwt: { claims: asked.claims, scopes: null } } };
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(asked.query).toString(),
    headers: asked.headers ?? {},
    ...(asked.query !== undefined && { queryStringParameters: asked.query }),
    ...(asked.path !== undefined && { pathParameters: asked.path }),
    ...(asked.body !== undefined && { body: asked.body }),
    isBase64Encoded: asked.isBase64Encoded ?? false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'kien-nghi.example',
      domainPrefix: 'kien-nghi',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: REQUEST_ID,
      routeKey,
      stage: '$default',
      time: '10/Mar/2023:02:00:00 +0000',
      timeEpoch: 1_678_413_600_000,
      ...authorizer,
    },
  };
};

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  json: Record<string, unknown>;
}

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpResult>;

const isJson = (headers: Record<string, unknown>): boolean =>
  String(headers['content-type']).includes('json');

/** Calls a function as API Gateway does and reads its answer. */
export const call = async (handler: Handler, event: APIGatewayProxyEventV2): Promise<Answer> => {
  const { statusCode = 0, headers = {}, body = '' } = await handler(event, CONTEXT);
  const json = isJson(headers) ? (JSON.parse(body) as Record<string, unknown>) : {};
  return { status: statusCode, headers, text: body, json };
};

/** Claims of a person in these groups, as an HTTP API flattens them. */
export const staff = (...groups: string[]): Record<string, unknown> => ({
  sub: 'user-1',
  'cognito:groups': `[${groups.join(' ')}]`,
});
