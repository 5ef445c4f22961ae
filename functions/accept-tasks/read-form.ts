import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { ValidationError } from '../../core/errors.js';
import { UnsupportedMediaTypeError } from '../middleware/http-errors.js';
import { parseInput } from '../middleware/input.js';
import { bodyBytes, mediaType } from '../middleware/request-body.js';
import { AcceptTasksSchema } from './schema.js';

/** Twice what a full page posts. */
const MAX_FORM_BYTES = 4_096;

/**
 * Reads the posted form of a digest's list.
 * @throws UnsupportedMediaTypeError, PayloadTooLargeError, ValidationError.
 */
export const readForm = (event: APIGatewayProxyEventV2): z.infer<typeof AcceptTasksSchema> => {
  if (mediaType(event) !== 'application/x-www-form-urlencoded') throw new UnsupportedMediaTypeError();
  const fields = new URLSearchParams(bodyBytes(event, MAX_FORM_BYTES).toString('utf8'));
  const isKnown = [...fields.keys()].every((name) => name === 'nonce' || name === 'task');
  if (!isKnown || fields.getAll('nonce').length > 1)
    throw new ValidationError([{ pointer: '', code: 'not-valid' }], 'malformed-form');
  return parseInput(AcceptTasksSchema, { nonce: fields.get('nonce') ?? '', tasks: fields.getAll('task') });
};
