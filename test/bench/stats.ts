/** The value below which the share `share` (0..1) of the values lies, by the nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(Math.max(Math.ceil(share * sorted.length) - 1, 0), sorted.length - 1)];
  if (value === undefined) throw new RangeError('no values were measured');
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);
