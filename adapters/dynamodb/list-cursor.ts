import * as z from 'zod';
import type { PetitionQuery } from '../../core/ports/audit.js';
import type { Keyed } from '../../core/ports/keyed.js';
import * as bound from './bound-cursor.js';

const PositionSchema = z.strictObject({
  /** Index of the partition in the list's range. */
  partition: z.int().nonnegative(),
  /** Last item that was looked at; null: the partition is read from its beginning. */
  after: z.strictObject({ sort: z.string(), petitionId: z.string() }).nullable(),
});
export type ListPosition = z.infer<typeof PositionSchema>;

const boundTo = ({ by, where, descending = false }: PetitionQuery) =>
  ({ purpose: 'list-cursor', question: { by, where, descending } }) as const;

/** A cursor that goes on with this query only. */
export const issueCursor = (keyed: Keyed, query: PetitionQuery, position: ListPosition): Promise<string> =>
  bound.issueCursor(keyed, boundTo(query), position);

/** @throws ValidationError `invalid-cursor` when it was changed or issued for another query. */
export const openCursor = (keyed: Keyed, query: PetitionQuery, cursor: string): Promise<ListPosition> =>
  bound.openCursor(keyed, { ...boundTo(query), schema: PositionSchema }, cursor);
