import { timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { PetitionQuery } from '../../core/ports/audit.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { decodeCursor, encodeCursor, refuseCursor } from './cursor.js';

const PositionSchema = z.strictObject({
  /** Index of the partition in the list's range. */
  partition: z.int().nonnegative(),
  /** Last item that was looked at; null: the partition is read from its beginning. */
  after: z.strictObject({ sort: z.string(), petitionId: z.string() }).nullable(),
});
export type ListPosition = z.infer<typeof PositionSchema>;

const CursorSchema = z.strictObject({ position: PositionSchema, tag: z.string() });

const tagOf = async (keyed: Keyed, query: PetitionQuery, position: ListPosition): Promise<string> => {
  const { by, where, descending = false } = query;
  const mac = await keyed.mac('list-cursor', canonicalize({ by, where, descending, position }) ?? '');
  return mac.slice(0, 32);
};

/** A cursor that goes on with this query only. */
export const issueCursor = async (
  keyed: Keyed,
  query: PetitionQuery,
  position: ListPosition,
): Promise<string> => encodeCursor({ position, tag: await tagOf(keyed, query, position) });

/** @throws ValidationError `invalid-cursor` when it was changed or issued for another query. */
export const openCursor = async (
  keyed: Keyed,
  query: PetitionQuery,
  cursor: string,
): Promise<ListPosition> => {
  const { position, tag } = decodeCursor(CursorSchema, cursor);
  const expected = Buffer.from(await tagOf(keyed, query, position));
  const given = Buffer.from(tag);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return refuseCursor();
  return position;
};
