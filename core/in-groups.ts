/** Does work on all, `size` at a time, in order; the results in the same order. @throws what any of it throws. */
export const inGroups = async <T, R>(
  all: readonly T[],
  size: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += size)
    results.push(...(await Promise.all(all.slice(first, first + size).map(work))));
  return results;
};
