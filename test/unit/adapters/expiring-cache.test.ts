import { describe, expect, it } from 'vitest';
import { ExpiringCache } from '../../../adapters/expiring-cache.js';

const cacheWith = (bounds: { maxAgeMs: number; maxEntries: number }) => {
  const time = { now: 0 };
  const loads: string[] = [];
  const cache = new ExpiringCache<string>(bounds, () => time.now);
  const get = (key: string) =>
    cache.get(key, () => {
      loads.push(key);
      return Promise.resolve(`${key}${loads.length}`);
    });
  return { time, loads, cache, get };
};

describe('a cache that forgets', () => {
  it('loads once until the value is too old', async () => {
    const { time, get } = cacheWith({ maxAgeMs: 100, maxEntries: 5 });
    expect([await get('a'), await get('a')]).toEqual(['a1', 'a1']);
    time.now = 100;
    expect(await get('a')).toBe('a2');
  });

  it('lets callers at the same time share a load', async () => {
    const { get, loads } = cacheWith({ maxAgeMs: 100, maxEntries: 5 });
    expect(await Promise.all([get('a'), get('a')])).toEqual(['a1', 'a1']);
    expect(loads).toEqual(['a']);
  });

  it('drops the oldest when it is full', async () => {
    const { get, loads } = cacheWith({ maxAgeMs: 100, maxEntries: 2 });
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await get(key);
    expect(loads).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not keep a failure', async () => {
    const { cache, get } = cacheWith({ maxAgeMs: 100, maxEntries: 2 });
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await get('a')).toBe('a1');
  });
});
