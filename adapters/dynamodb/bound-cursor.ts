import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { Keyed } from '../../core/ports/keyed.js';
import { isSameText } from '../../core/same-text.js';
import { decodeCursor, encodeCursor, refuseCursor } from './cursor.js';

/** What a cursor belongs to: `purpose` tells the kinds of lists apart, `question` is everything that was asked. */
interface Bound {
  purpose: 'list-cursor' | 'holdings-cursor';
  question: object;
}

const tagOf = async (keyed: Keyed, { purpose, question }: Bound, position: object): Promise<string> =>
  (await keyed.mac(purpose, canonicalize({ ...question, position }) ?? '')).slice(0, 32);

/** A cursor that goes on with this question only. */
export const issueCursor = async (keyed: Keyed, to: Bound, position: object): Promise<string> =>
  encodeCursor({ position, tag: await tagOf(keyed, to, position) });

/** @throws ValidationError `invalid-cursor` when it was changed or issued for another question. */
export const openCursor = async <P extends object>(
  keyed: Keyed,
  to: Bound & { schema: z.ZodType<P> },
  cursor: string,
): Promise<P> => {
  const { position, tag } = decodeCursor(z.strictObject({ position: to.schema, tag: z.string() }), cursor);
  return isSameText(await tagOf(keyed, to, position), tag) ? position : refuseCursor();
};
