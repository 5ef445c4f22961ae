import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type HttpResult = APIGatewayProxyStructuredResultV2;

export const json = (
  statusCode: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const html = (statusCode: number, page: string): HttpResult => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: page,
});

export const binary = (type: string, bytes: Uint8Array): HttpResult => ({
  statusCode: 200,
  headers: { 'content-type': type },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});
