import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { longestWaitMs } from '../../../adapters/backoff.js';
import { systemIds } from '../../../adapters/ids.js';

describe('ids', () => {
  it('of petitions are UUIDs of version 7 that sort by time', () => {
    const ids = Array.from({ length: 100 }, () => systemIds.petitionId());
    expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(100);
  });

  it('are made of as many random bytes as asked for, never the same', () => {
    const one = systemIds.randomBytes(16);
    expect(one).toHaveLength(16);
    expect(systemIds.randomBytes(16)).not.toEqual(one);
  });
});

describe('back-off', () => {
  it('doubles and is bounded', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(longestWaitMs)).toEqual([20, 40, 80, 160, 320, 500, 500]);
  });
});
