import { describe, expect, it } from 'vitest';
import { listPage, type IndexEntry, type ReadIndex } from '../../../../adapters/dynamodb/list-pages.js';
import type { PetitionSummary } from '../../../../core/ports/audit.js';
import { FakeKeyed } from '../../../support/fakes/fake-keyed.js';

const NOW = '2025-03-20T00:00:00.000Z';
const keyed = new FakeKeyed();

const entry = (n: number, status: PetitionSummary['status']): IndexEntry => {
  const id = n.toString().padStart(6, '0');
  const summary = {
    id,
    code: id,
    category: 'VSMT',
    status,
    provinceId: 'hcm',
    unitId: 'u',
    holder: null,
    receivedAt: NOW,
    dueAt: null,
    decidedAt: null,
    decidedBy: null,
    closedAt: null,
    clockStoppedAt: null,
    lane: 'admin' as const,
    serviceClass: 'thuong',
    tier: null,
    heldSince: null,
    formerHolders: [],
    escalations: 0,
    transfers: 0,
    reopenings: 0,
    undelivered: 0,
    isProvisional: false,
  };
  return { sort: id, summary };
};

/** An index of one partition; counts what was read. */
const indexOf = (entries: IndexEntry[]) => {
  const counted = { items: 0, calls: 0 };
  const read: ReadIndex = ({ after, limit }) => {
    const start = after === null ? 0 : entries.findIndex(({ sort }) => sort > after.sort);
    const found = start < 0 ? [] : entries.slice(start, start + limit);
    counted.items += found.length;
    counted.calls += 1;
    return Promise.resolve({ entries: found, isEnd: start < 0 || start + limit >= entries.length });
  };
  return { read, counted };
};

const by = { kind: 'unit' as const, unitId: 'u' };

describe('a page of the list', () => {
  it('looks at no more than 1,000 items, is then short, and goes on where it stopped', async () => {
    const entries = Array.from({ length: 2_500 }, (_, n) => entry(n, n === 1_800 ? 'CLOSED' : 'SUBMITTED'));
    const { read, counted } = indexOf(entries);
    const query = { by, where: { status: 'CLOSED' as const } };
    const first = await listPage({ read, keyed }, query, { now: NOW, limit: 10 });
    expect(first.items).toEqual([]);
    expect(counted.items).toBe(1_000);
    const second = await listPage({ read, keyed }, query, { now: NOW, limit: 10, cursor: first.next! });
    expect(second.items.map((item) => item.id)).toEqual(['001800']);
    const third = await listPage({ read, keyed }, query, { now: NOW, limit: 10, cursor: second.next! });
    expect(third).toEqual({ items: [] });
    expect(counted.items).toBe(2_500);
  });

  it('stops in the middle of what was read and repeats nothing', async () => {
    const { read } = indexOf(
      Array.from({ length: 30 }, (_, n) => entry(n, n % 2 === 0 ? 'CLOSED' : 'SUBMITTED')),
    );
    const query = { by, where: { status: 'CLOSED' as const } };
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPage({ read, keyed }, query, { now: NOW, limit: 4, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(4);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(ids).toEqual(Array.from({ length: 15 }, (_, n) => (2 * n).toString().padStart(6, '0')));
  });

  it('bounds its reads over empty months, too', async () => {
    const { read, counted } = indexOf([]);
    const period = { from: '2015-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' };
    const query = { by: { kind: 'received' as const, provinceId: 'hcm', ...period }, where: {} };
    const page = await listPage({ read, keyed }, query, { now: NOW, limit: 10 });
    expect(page.items).toEqual([]);
    expect(counted.calls).toBe(48);
    expect(page.next).toBeDefined();
  });
});
