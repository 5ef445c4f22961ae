import { timingSafeEqual } from 'node:crypto';

/** Are two texts the same? In constant time for texts of one length: only the length shows. */
export const isSameText = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};
