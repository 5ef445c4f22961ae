import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import { header } from './language.js';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** The caller's `Idempotency-Key`; null without one. @throws ValidationError for one that is no key. */
export const idempotencyKey = (event: APIGatewayProxyEventV2): string | null => {
  const given = header(event, 'idempotency-key');
  if (given === undefined) return null;
  if (!IDEMPOTENCY_KEY.test(given)) throw new ValidationError([{ pointer: '', code: 'invalid-key' }]);
  return given;
};
