import type { ReleaseRegisters } from '../../adapters/registers.js';
import type { Registry } from '../../core/registry/registry.js';
import type { PlaceQuery } from '../../core/routing/resolve-place.js';

/** The part of the release in force that knows a place; any part for a place that none knows. */
export const registryAt = async (
  registers: ReleaseRegisters,
  { unit, point }: PlaceQuery,
  at: string,
): Promise<{ registry: Registry; release: string }> => {
  const release = await registers.release();
  const named = unit === undefined ? undefined : (await release.names()).partitionOf(unit);
  const found = named === undefined && point !== undefined ? await registers.place({ point }, at) : undefined;
  const province = named ?? (found === undefined || found.kind === 'unknown' ? undefined : found.provinceId);
  const registry = province === undefined ? await release.national() : await release.registry(province);
  return { registry, release: release.id };
};
