import { describe, expect, it } from 'vitest';
import {
  DamagedReleaseError,
  loadRegistry,
  loadUnitNames,
  partitionOf,
} from '../../../core/registry/load-registry.js';
import type { RegistryParts } from '../../../core/registry/parts.js';
import { buildRelease, ManifestSchema, sha256Of, type Release } from '../../../core/registry/release.js';
import { nextAuthority } from '../../../core/routing/next-authority.js';
import { resolveJurisdiction } from '../../../core/routing/resolve-jurisdiction.js';
import { on, parts, registry, STORY_DAY, TODAY, WARDS } from '../routing/shipped.js';

const release = buildRelease(parts, 'test');

const fetchFrom =
  ({ objects }: Release) =>
  (sha256: string): Promise<Uint8Array> => {
    const bytes = objects.get(sha256);
    return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
  };

/** The same rows with another status: one rule is signed off. */
const withRule = (status: string): RegistryParts => {
  const [first, ...others] = parts.competence.categories;
  if (first === undefined) throw new Error('no category');
  const at = parts.competence.columns.indexOf('status');
  const rules = first.rules.map((rule, i) => (i === 1 ? rule.with(at, status) : rule));
  return { ...parts, competence: { ...parts.competence, categories: [{ ...first, rules }, ...others] } };
};

describe('a release', { timeout: 60_000 }, () => {
  it('is the same for the same data, whatever the order of keys', () => {
    const shuffled = {
      ...parts,
      agencies: Object.fromEntries(Object.entries(parts.agencies).reverse()) as typeof parts.agencies,
    };
    expect(buildRelease(structuredClone(parts), 'test').id).toBe(release.id);
    expect(buildRelease(shuffled, 'test').id).toBe(release.id);
  });

  it('changes only the part that a rule is in', () => {
    const { id, manifest } = buildRelease(withRule('sourced'), 'test');
    const changed = Object.entries(manifest.national).filter(
      ([name, sha256]) => (release.manifest.national as Record<string, string>)[name] !== sha256,
    );
    expect(id).not.toBe(release.id);
    expect(changed.map(([name]) => name)).toEqual(['competence']);
    expect(manifest.provinces).toEqual(release.manifest.provinces);
  });

  it('names every object by its content', () => {
    for (const [sha256, bytes] of release.objects) expect(sha256Of(bytes)).toBe(sha256);
    expect(ManifestSchema.safeParse(release.manifest).success).toBe(true);
    expect(release.objects.size).toBe(34 + 5);
  });

  it('keeps a province under its latest id and finds it by any earlier one', () => {
    expect(Object.keys(release.manifest.provinces)).toHaveLength(34);
    expect(partitionOf(release.manifest, 'p:77@0')).toBe('p:79@2025-07');
    expect(partitionOf(release.manifest, 'p:75@0')).toBe('p:75@2026-04');
    expect(partitionOf(release.manifest, 'p:79@2025-07')).toBe('p:79@2025-07');
    expect(partitionOf(release.manifest, 'p:00@0')).toBeUndefined();
  });
});

describe('the registry of a province', { timeout: 60_000 }, () => {
  const matter = (unit: string) => ({ category: 'GT-BIEN', conditions: {}, place: { unit } });

  it('answers like the whole country, in both periods', async () => {
    const loaded = await loadRegistry(release.manifest, 'p:79@0', fetchFrom(release));
    for (const [unit, at] of [
      [WARDS.thoiAnBefore, STORY_DAY],
      [WARDS.thoiAnBefore, TODAY],
      [WARDS.ward4District3, TODAY],
      ['w:25747@0', on('2024-01-02')],
    ] as const) {
      expect(resolveJurisdiction(loaded, matter(unit), at)).toEqual(
        resolveJurisdiction(registry, matter(unit), at),
      );
    }
    const ask = { from: 'so-xd-hcm', why: 'late' as const, at: TODAY };
    expect(nextAuthority(loaded, matter(WARDS.thoiAn), ask)).toEqual(
      nextAuthority(registry, matter(WARDS.thoiAn), ask),
    );
  });

  it('knows nothing of other provinces', async () => {
    const loaded = await loadRegistry(release.manifest, 'p:79@0', fetchFrom(release));
    expect(resolveJurisdiction(loaded, matter(WARDS.thoiAnOMon), STORY_DAY)).toMatchObject({
      reason: 'unknown-unit',
    });
  });

  it('refuses an unknown province and a damaged object', async () => {
    await expect(loadRegistry(release.manifest, 'p:00@0', fetchFrom(release))).rejects.toThrow(RangeError);
    const damaged = () => Promise.resolve(new TextEncoder().encode('{}'));
    await expect(loadRegistry(release.manifest, 'p:79@0', damaged)).rejects.toThrow(DamagedReleaseError);
  });

  it('is found for a unit by the names of the whole country', async () => {
    const names = await loadUnitNames(release.manifest, fetchFrom(release));
    expect(names.partitionOf('w:29911@0')).toBe('p:82@2025-07');
  });
});
