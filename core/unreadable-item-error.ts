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
