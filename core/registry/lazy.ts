/** Computed on first use, then kept: indices that most requests never ask for cost a cold start nothing. */
export const lazy = <T>(compute: () => T): (() => T) => {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
};

/** Items by key, in their order. */
export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};
