import type { z } from 'zod';

/** An item that is not what the schema says: never skipped, never repaired on the way. Names the item, not its content. */
export class UnreadableItemError extends Error {
  override readonly name = 'UnreadableItemError';

  constructor(what: string, issues: readonly { path: PropertyKey[]; code?: string | undefined }[]) {
    const where = issues
      .slice(0, 5)
      .map((issue) => `/${issue.path.map(String).join('/')} ${issue.code ?? ''}`);
    super(`${what}: ${where.join(', ')}`);
  }
}

/** Parses what a table gave. @throws UnreadableItemError. */
export const parseItem = <T>(schema: z.ZodType<T>, item: unknown, what: string): T => {
  const parsed = schema.safeParse(item);
  if (!parsed.success) throw new UnreadableItemError(what, parsed.error.issues);
  return parsed.data;
};
