import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './http-errors.js';
import { header } from './language.js';

/** Media type of the body, in lower case, without its parameters. */
export const mediaType = (event: APIGatewayProxyEventV2): string =>
  (header(event, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The body as it was sent. @throws PayloadTooLargeError before anything is decoded that is too large. */
export const bodyBytes = (event: APIGatewayProxyEventV2, maxBytes: number): Buffer => {
  const body = event.body ?? '';
  const longest = event.isBase64Encoded ? Math.ceil(maxBytes / 3) * 4 : maxBytes;
  if (body.length > longest) throw new PayloadTooLargeError();
  const bytes = Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw new PayloadTooLargeError();
  return bytes;
};

const malformed = (): never => {
  throw new ValidationError([{ pointer: '', code: 'not-json' }], 'malformed-body');
};

/**
 * The JSON of a request.
 * @throws UnsupportedMediaTypeError, PayloadTooLargeError, ValidationError (not UTF-8, not JSON, not an object).
 */
export const jsonBody = (event: APIGatewayProxyEventV2, maxBytes: number): Record<string, unknown> => {
  if (mediaType(event) !== 'application/json') throw new UnsupportedMediaTypeError();
  const bytes = bodyBytes(event, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's message quotes the input: it goes no further.
    return malformed();
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : malformed();
};
