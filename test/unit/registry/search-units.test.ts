import { describe, expect, it } from 'vitest';
import { searchUnits, type SearchAsk } from '../../../core/registry/search-units.js';
import { buildUnitNames } from '../../../core/registry/unit-names.js';
import { on, parts, STORY_DAY, TODAY } from '../routing/shipped.js';

const names = buildUnitNames(parts.units, parts.lineage);
const find = (text: string, ask: Partial<SearchAsk> = {}) =>
  searchUnits(names, text, { at: STORY_DAY, limit: 50, ...ask });

describe('searching wards by name', () => {
  it('shows the full name as of the day', () => {
    expect(find('Thới An').slice(0, 2)).toEqual([
      { id: 'w:26773@0', name: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh', isCurrent: true },
      { id: 'w:31159@0', name: 'Phường Thới An, Quận Ô Môn, Thành phố Cần Thơ', isCurrent: true },
    ]);
    expect(find('Thới An', { at: TODAY })[0]?.name).toBe('Phường Thới An, Thành phố Hồ Chí Minh');
  });

  it.each(['thoi an quan 12', 'THỚI AN, Q12', 'p thoi an q.12 tphcm', 'Thới An, Quận 12, TP. HCM'])(
    'understands "%s"',
    (text) => {
      expect(find(text).map(({ id }) => id)).toEqual(['w:26773@0']);
    },
  );

  it('knows đ, and the tone mark in either place', () => {
    expect(find('da kao')[0]?.id).toBe('w:26737@0');
    expect(find('Hoà Thạnh').map(({ id }) => id)).toEqual(find('Hòa Thạnh').map(({ id }) => id));
  });

  it('takes numbers as whole words, with or without a zero', () => {
    expect(find('phường 02 quận 3').map(({ id }) => id)).toEqual(['w:27157@0']);
    expect(find('P2 Q3').map(({ id }) => id)).toEqual(['w:27157@0']);
  });

  it('leaves the 26 wards called Phường 2 to the reader', () => {
    const exact = find('phường 2', { at: on('2025-06-30') }).filter(({ name }) =>
      name.startsWith('Phường 2,'),
    );
    expect(exact).toHaveLength(26);
  });

  it('keeps to a province, named by any of its ids', () => {
    const inHcmc = find('phường 2', { provinceId: 'p:79@2025-07', at: on('2025-06-30') });
    expect(
      inHcmc.filter(({ name }) => name.startsWith('Phường 2,') && name.endsWith('Hồ Chí Minh')),
    ).toHaveLength(8);
    expect(inHcmc.some(({ name }) => name.includes('Cần Thơ'))).toBe(false);
  });

  it('finds former wards only when asked, after those in force of the same name', () => {
    const cauKho = {
      id: 'w:26761@0',
      name: 'Phường Cầu Kho, Quận 1, Thành phố Hồ Chí Minh',
      isCurrent: false,
    };
    expect(find('cầu kho', { at: TODAY })).not.toContainEqual(cauKho);
    expect(find('cầu kho', { at: TODAY, includeFormer: true })[0]).toEqual(cauKho);
    expect(
      find('thới an', { at: TODAY, includeFormer: true })
        .slice(0, 3)
        .map(({ isCurrent }) => isCurrent),
    ).toEqual([true, false, false]);
  });

  it('lets the last word be unfinished', () => {
    expect(find('quận 12 thới a').map(({ id }) => id)).toEqual(['w:26773@0']);
    expect(find('thớ quận 12')).toEqual([]);
  });

  it('finds other spellings', () => {
    expect(find('Xà Phìn').map(({ id }) => id)).toContain('w:00736@0');
  });

  it('is bounded, and empty for nothing', () => {
    expect(find('phuong', { limit: 1000 })).toHaveLength(50);
    expect(find('  ?! ')).toEqual([]);
  });
});

it('finds the part of a release for a unit of any period', () => {
  expect(names.partitionOf('w:26773@0')).toBe('p:79@2025-07');
  expect(names.partitionOf('p:87@0')).toBe('p:82@2025-07');
  expect(names.partitionOf('w:26068@0')).toBe('p:75@2026-04');
  expect(names.partitionOf('w:99999@0')).toBeUndefined();
});
