import type { z } from 'zod';
import { UnreadableItemError } from '../../core/unreadable-item-error.js';

/** Parses what a table gave. @throws UnreadableItemError. */
export const parseItem = <T>(schema: z.ZodType<T>, item: unknown, what: string): T => {
  const parsed = schema.safeParse(item);
  if (!parsed.success) throw new UnreadableItemError(what, parsed.error.issues);
  return parsed.data;
};
