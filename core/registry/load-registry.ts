import { sha256Of, type Manifest, type NationalPart } from './release.js';
import type { RegistryParts } from './parts.js';
import { buildRegistry, type Registry } from './registry.js';
import { buildUnitNames, type UnitNames } from './unit-names.js';

/** Bytes of a content-addressed object; from S3, a folder or memory. */
export type FetchPart = (sha256: string) => Promise<Uint8Array>;

/** An object of a release is missing or is not what its address says. */
export class DamagedReleaseError extends Error {
  override readonly name = 'DamagedReleaseError';
}

const readPart = async (fetchPart: FetchPart, sha256: string): Promise<unknown> => {
  const bytes = await fetchPart(sha256);
  if (sha256Of(bytes) !== sha256)
    throw new DamagedReleaseError(`object ${sha256} does not match its address`);
  // Checked by schema when the release was built; the hash says that nothing has changed since.
  return JSON.parse(new TextDecoder().decode(bytes));
};

const national = (manifest: Manifest, fetchPart: FetchPart, name: NationalPart): Promise<unknown> =>
  readPart(fetchPart, manifest.national[name]);

/** The key of a province's part, for a province of any period; undefined when the release does not know it. */
export const partitionOf = (manifest: Manifest, provinceId: string): string | undefined => {
  const id = manifest.aliases[provinceId] ?? provinceId;
  return manifest.provinces[id] === undefined ? undefined : id;
};

/**
 * The registry of one province, in all periods.
 * @throws DamagedReleaseError, RangeError for a province that is not in the release.
 */
export const loadRegistry = async (
  manifest: Manifest,
  provinceId: string,
  fetchPart: FetchPart,
): Promise<Registry> => {
  const sha256 = manifest.provinces[partitionOf(manifest, provinceId) ?? ''];
  if (sha256 === undefined) throw new RangeError(`no part for province ${provinceId}`);
  const [province, agencies, competence, serviceLevels, calendars, closures] = await Promise.all([
    readPart(fetchPart, sha256),
    national(manifest, fetchPart, 'agencies'),
    national(manifest, fetchPart, 'competence'),
    national(manifest, fetchPart, 'service-levels'),
    national(manifest, fetchPart, 'calendars'),
    loadClosures(manifest, fetchPart),
  ]);
  return buildRegistry({
    ...(province as object),
    agencies,
    competence,
    serviceLevels,
    calendars,
    closures,
  } as RegistryParts);
};

/** Closures are national, as a storm is; a release without any has no such part. */
export const loadClosures = async (
  { closures }: Manifest,
  fetchPart: FetchPart,
): Promise<RegistryParts['closures']> =>
  closures === undefined ? [] : ((await readPart(fetchPart, closures)) as RegistryParts['closures']);

/** The service levels alone: an earlier release is asked for its office hours. */
export const loadServiceLevels = async (
  manifest: Manifest,
  fetchPart: FetchPart,
): Promise<RegistryParts['serviceLevels']> =>
  (await national(manifest, fetchPart, 'service-levels')) as RegistryParts['serviceLevels'];

/** The reviewed calendar years alone: no province has to be loaded for them. */
export const loadCalendars = async (
  manifest: Manifest,
  fetchPart: FetchPart,
): Promise<RegistryParts['calendars']> =>
  (await national(manifest, fetchPart, 'calendars')) as RegistryParts['calendars'];

/** Names of the whole country, for search and for finding the province of a unit. */
export const loadUnitNames = async (manifest: Manifest, fetchPart: FetchPart): Promise<UnitNames> => {
  const part = (await national(manifest, fetchPart, 'names')) as Pick<RegistryParts, 'units' | 'lineage'>;
  return buildUnitNames(part.units, part.lineage);
};
