import { describe, expect, it } from 'vitest';
import { coverage } from '../../../core/registry/coverage.js';
import { buildRegistry } from '../../../core/registry/registry.js';
import { parts, registry, WARDS } from '../routing/shipped.js';

const keys = (gaps: { category: string; condition: string | null; kind: string }[]) =>
  [...new Set(gaps.map(({ category, condition, kind }) => `${category} ${condition ?? '-'} ${kind}`))].sort();

describe('coverage', { timeout: 60_000 }, () => {
  it('of TP.HCM today lacks the assignments that a city must enter', () => {
    const found = coverage(registry, 'p:79@2025-07', '2026-11-22');
    expect(found).toMatchObject({ wards: 168, categories: 24 });
    expect(keys(found.gaps)).toEqual(['BHYT-YTE the-bhyt triage', 'CCCD - triage']);
  });

  it('of TP.HCM before the reform has no gap', () => {
    expect(coverage(registry, 'p:79@0', '2023-03-10').gaps).toEqual([]);
  });

  it('elsewhere tells the functions for which the province’s office stands in', () => {
    const found = coverage(registry, 'p:82@2025-07', '2026-11-22');
    expect(keys(found.gaps)).toContain('DIEN - stand-in');
    expect(found.gaps.find(({ category }) => category === 'DIEN')?.why).toBe(
      'chưa nhập cơ quan giữ chức năng dien',
    );
  });

  it('shrinks when an assignment is entered', () => {
    const row = ['diem-can-cuoc-hcm', WARDS.thoiAn, 'w:26824@2025-07', '2025-07-01', null, '', 'assumed'];
    const { assignments } = parts;
    const entered = buildRegistry({
      ...parts,
      assignments: { ...assignments, assignments: [...assignments.assignments, row] },
    });
    const isThere = (each: typeof registry) =>
      coverage(each, 'p:79@2025-07', '2026-11-22').gaps.some(
        ({ unitId, category }) => unitId === WARDS.thoiAn && category === 'CCCD',
      );
    expect(isThere(registry)).toBe(true);
    expect(isThere(entered)).toBe(false);
  });

  it('is asked of a province that exists on the day', () => {
    expect(() => coverage(registry, 'p:79@0', '2026-11-22')).toThrow(RangeError);
  });
});
