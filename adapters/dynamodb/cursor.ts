import * as z from 'zod';
import { ValidationError } from '../../core/errors.js';

/** @throws ValidationError: the cursor is not one of ours, or not of this list. */
export const refuseCursor = (): never => {
  throw new ValidationError([{ pointer: '/cursor', code: 'invalid-cursor' }], 'invalid-cursor');
};

const LONGEST = 1_000;

/** Position in a list as opaque text. Base64url, so that it needs no escaping in a URL. */
export const encodeCursor = (position: unknown): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Reads a position back. @throws ValidationError `invalid-cursor`. */
export const decodeCursor = <T>(schema: z.ZodType<T>, cursor: string): T => {
  if (cursor.length > LONGEST) return refuseCursor();
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return refuseCursor();
  }
};

/** Position in a worklist: time and identity of the last notice that was given. */
export const WorklistPositionSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  petitionId: z.string().max(120),
  id: z.string().max(40),
});
