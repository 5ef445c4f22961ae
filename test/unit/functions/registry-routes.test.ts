import { describe, expect, it } from 'vitest';
import { createHandler as createJurisdiction } from '../../../functions/explain-jurisdiction/handler.js';
import { registryAt } from '../../../functions/explain-jurisdiction/registry-at.js';
import { createHandler as createCategories } from '../../../functions/list-categories/handler.js';
import { createObservability } from '../../../functions/middleware/observability.js';
import { createHandler as createUnits } from '../../../functions/search-units/handler.js';
import { FakeClock } from '../../support/fakes/fake-clock.js';
import { call, httpEvent } from './support/http-event.js';
import { registers } from './support/registry.js';
import { NOW, WARD } from './support/stage.js';
import { useLog } from './support/use-log.js';

const deps = { observability: createObservability('test', 'test'), clock: new FakeClock(NOW) };
const categories = createCategories({ ...deps, rules: async () => (await registers.release()).national() });
const unitsOf = (provinces: readonly string[]) =>
  createUnits({
    ...deps,
    names: async () => (await registers.release()).names(),
    anonymousProvinces: () => Promise.resolve(provinces),
  });
const units = unitsOf([]);
const jurisdiction = createJurisdiction({
  ...deps,
  registryAt: (place, at) => registryAt(registers, place, at),
});

describe('what the registry answers', () => {
  useLog();

  const search = (query: Record<string, string>) => call(units, httpEvent('GET /api/units', { query }));
  const explain = (query: Record<string, string>) =>
    call(jurisdiction, httpEvent('GET /api/jurisdiction', { query }));

  it('lists categories with their questions', async () => {
    const { status, headers, json } = await call(categories, httpEvent('GET /api/categories'));
    const items = json['items'] as {
      code: string;
      group: string;
      hidesSubmitter: boolean;
      questions: { key: string }[];
    }[];
    expect(status).toBe(200);
    expect(headers['cache-control']).toContain('max-age');
    expect(items.find(({ code }) => code === 'GT-BIEN')?.questions.map(({ key }) => key)).toContain(
      'duong-tp',
    );
    expect(items.find(({ code }) => code === 'TOCHUC')?.group).toBe('party');
    const hidden = items.filter(({ hidesSubmitter }) => hidesSubmitter).map(({ code }) => code);
    expect(hidden).toContain('ANTT');
    // Sensitive, but nobody can issue an identity card to an unknown person.
    expect(hidden).not.toContain('CCCD');
    expect(hidden).not.toContain('GT-BIEN');
  });

  it('finds wards by name without accents, as of a day', async () => {
    const { json } = await search({ q: 'thoi an, quan 12' });
    expect(json['items']).toContainEqual({
      id: 'w:26773@0',
      name: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
      isCurrent: true,
    });
    const later = (await search({ q: 'thoi an', at: '2025-07-01', province: 'p:79@0' })).json['items'];
    expect(later).not.toContainEqual(expect.objectContaining({ id: 'w:26773@0', isCurrent: true }));
  });

  it('says where a petition without a name is taken: in the province of the day, former units of it included', async () => {
    const asked = async (provinces: string[], at: string) => {
      const query = { q: 'thoi an, quan 12', at };
      const { json } = await call(unitsOf(provinces), httpEvent('GET /api/units', { query }));
      const items = json['items'] as { id: string; takesAnonymous?: true }[];
      return items.find(({ id }) => id === 'w:26773@0')?.takesAnonymous;
    };
    expect(await asked([], '2025-07-02')).toBeUndefined();
    expect(await asked(['p:79@2025-07'], '2025-07-02')).toBe(true);
    // The decision of a province that is no more is nobody's.
    expect(await asked(['p:79@0'], '2025-07-02')).toBeUndefined();
    expect(await asked(['p:79@0'], '2025-06-30')).toBe(true);
    expect(await asked(['p:01@0'], '2025-07-02')).toBeUndefined();
  });

  it('lists the provinces, those in force first, former ones of the same name told apart by their last day', async () => {
    const { status, json } = await search({ level: 'province', at: '2025-07-01' });
    const items = json['items'] as { id: string; name: string; isCurrent: boolean; validTo?: string }[];
    expect(status).toBe(200);
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(34);
    expect(items[0]).toEqual({ id: 'p:91@2025-07', name: 'Tỉnh An Giang', isCurrent: true });
    expect(items.filter(({ name }) => name === 'Thành phố Hồ Chí Minh')).toEqual([
      { id: 'p:79@2025-07', name: 'Thành phố Hồ Chí Minh', isCurrent: true },
      { id: 'p:79@0', name: 'Thành phố Hồ Chí Minh', isCurrent: false, validTo: '2025-07-01' },
    ]);
  });

  it('does not list provinces that are yet to come', async () => {
    const { json } = await search({ level: 'province' });
    const items = json['items'] as { id: string; isCurrent: boolean }[];
    expect(items).toHaveLength(63);
    expect(items.every(({ isCurrent }) => isCurrent)).toBe(true);
  });

  it.each([
    {},
    { level: 'district', q: 'x' },
    { q: '' },
    { q: 'a'.repeat(101) },
    { q: 'x', limit: '51' },
    { q: 'x', at: '2025-13-01' },
    { q: 'x', y: '1' },
  ])('refuses the search %j', async (query) => {
    expect((await search(query)).status).toBe(422);
  });

  it('explains who is competent, by which rule, and what was unknown', async () => {
    const { status, json } = await explain({ category: 'GT-BIEN', unit: 'w:26773@0' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ asOf: NOW, lead: { id: WARD, tier: 'xa' } });
    expect(json['reason']).toContain('Thới An');
    expect(json['release']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('explains by the rules of another day', async () => {
    const { json } = await explain({ category: 'GT-BIEN', unit: 'w:26773@0', at: '2025-07-02' });
    expect((json['lead'] as { id: string }).id).not.toBe(WARD);
  });

  it('finds the ward of a point', async () => {
    const { json } = await explain({ category: 'TTDT', lat: '10.8785', lon: '106.6625', at: '2026-01-15' });
    expect(json['lead'] ?? json['question']).toBeDefined();
  });

  it('asks whom a complaint about manners is about, and then names those above', async () => {
    const manners = { category: 'TTHC', unit: 'w:26773@0', 'thai-do': 'true' };
    expect((await explain(manners)).json).toMatchObject({ missing: ['against'] });
    const { json } = await explain({ ...manners, against: WARD });
    expect(json).toMatchObject({ rule: 'TTHC-6', lead: { tier: 'huyen' } });
  });

  it('asks when the place or the category cannot decide', async () => {
    const unknown = await explain({ category: 'GT-BIEN', unit: 'w:99999@0' });
    const category = await explain({ category: 'NO-SUCH', unit: 'w:26773@0' });
    expect(unknown.json).toMatchObject({ missing: ['unit'], reason: 'unknown-unit' });
    expect(unknown.json['question']).toContain('phường, xã nào');
    expect(category.json).toMatchObject({ missing: ['category'] });
  });

  it.each([
    ['no place', { category: 'TTDT' }],
    ['half a point', { category: 'TTDT', lat: '10.8' }],
    ['no category', { unit: 'w:26773@0' }],
    ['a question that nobody asks', { category: 'TTDT', unit: 'w:26773@0', 'is-admin': 'true' }],
    ['an answer that is none', { category: 'GT-BIEN', unit: 'w:26773@0', 'duong-tp': 'maybe' }],
    ['a latitude on another planet', { category: 'TTDT', lat: '1000', lon: '106' }],
  ])('refuses %s', async (_, query) => {
    expect((await explain(query)).status).toBe(422);
  });
});
