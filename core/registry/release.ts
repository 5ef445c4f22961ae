import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { latestProvince } from './partition.js';
import type { RegistryParts } from './parts.js';
import { buildRegistry, type Registry } from './registry.js';

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Parts that every province shares. `names` is only for finding places; routing does without. */
export const NATIONAL_PARTS = ['agencies', 'competence', 'service-levels', 'calendars', 'names'] as const;
export type NationalPart = (typeof NATIONAL_PARTS)[number];

/** Table of contents of a release; its canonical form is hashed to the release id. */
export const ManifestSchema = z.strictObject({
  schema: z.literal(1),
  /** Where the data come from: version of the reviewed files. */
  createdFrom: z.string().max(100),
  national: z.record(z.enum(NATIONAL_PARTS), Sha256Schema),
  /** Sudden closures of offices; absent while there are none. */
  closures: Sha256Schema.optional(),
  /** Part of each province, by the latest id of the province. */
  provinces: z.record(z.string().max(40), Sha256Schema),
  /** Earlier ids of provinces -> the id under which their part is found. */
  aliases: z.record(z.string().max(40), z.string().max(40)),
  /** Provinces whose ward boundaries are known: where a point can be found. */
  maps: z.array(z.string().max(40)).max(100),
});
export type Manifest = z.infer<typeof ManifestSchema>;

export interface Release {
  /** SHA-256 of the canonical manifest, hex. Every event names it. */
  id: string;
  manifest: Manifest;
  /** Content-addressed: SHA-256 (hex) -> bytes. */
  objects: ReadonlyMap<string, Uint8Array>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** RFC 8785, so that the order of keys in a file changes nothing. */
const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalize(value) ?? '');

/** The bytes whose SHA-256 is the release id. */
export const manifestBytes = (manifest: Manifest): Uint8Array => canonicalBytes(manifest);

export const releaseIdOf = (manifest: Manifest): string => sha256Of(manifestBytes(manifest));

/** Keys of a release in a bucket or folder; the manifest is found by the id of the release. */
export const manifestKey = (releaseId: string): string => `releases/${releaseId}.json`;
export const objectKey = (sha256: string): string => `objects/${sha256}.json`;

type ProvincePart = Pick<RegistryParts, 'units' | 'lineage' | 'assignments' | 'polygons'>;

/** Texts that only explain a file stay in the repository: a release is read by machines, at each cold start. */
const lean = ({ units, lineage, assignments }: RegistryParts) => ({
  units: { ...units, note: '', idScheme: '', validity: '' },
  lineage: { ...lineage, note: '', extent: {}, detail: {}, basis: {} },
  assignments: { ...assignments, note: '' },
});

/** Everything to route within a province in any period: its chain of provinces with all below them. */
const provincePart = (parts: RegistryParts, registry: Registry, provinceId: string): ProvincePart => {
  const { units, lineage, assignments } = lean(parts);
  const isHere = (id: string | null | undefined): boolean => {
    const unit = registry.unit(id ?? '');
    return unit !== undefined && latestProvince(registry, unit).id === provinceId;
  };
  return {
    units: {
      ...units,
      units: units.units.filter(([id]) => isHere(id)),
      altNames: units.altNames.filter(([id]) => isHere(id)),
    },
    lineage: { ...lineage, edges: lineage.edges.filter(([oldId]) => isHere(oldId)) },
    assignments: {
      ...assignments,
      assignments: assignments.assignments.filter((row) =>
        isHere(String(row[assignments.columns.indexOf('ward')])),
      ),
    },
    polygons: parts.polygons.filter((set) => isHere(set.provinceId)),
  };
};

const nationalParts = (parts: RegistryParts): Record<NationalPart, unknown> => {
  const { units, lineage } = lean(parts);
  return {
    agencies: parts.agencies,
    competence: parts.competence,
    'service-levels': parts.serviceLevels,
    calendars: parts.calendars,
    names: { units, lineage: { ...lineage, edges: lineage.edges.filter(([id]) => id.startsWith('p:')) } },
  };
};

type Entry = [string, string];

/** Splits checked data into content-addressed objects. The same data always give the same id. */
export const buildRelease = (parts: RegistryParts, createdFrom: string): Release => {
  const registry = buildRegistry(parts);
  const objects = new Map<string, Uint8Array>();
  const put = (value: unknown): string => {
    const bytes = canonicalBytes(value);
    const sha256 = sha256Of(bytes);
    objects.set(sha256, bytes);
    return sha256;
  };
  const latest = registry
    .provinces()
    .map((unit) => ({ id: unit.id, heir: latestProvince(registry, unit).id }));
  const heirs = [...new Set(latest.map(({ heir }) => heir))];
  const national = Object.entries(nationalParts(parts)).map(([name, value]): Entry => [name, put(value)]);
  const provinces = heirs.map((id): Entry => [id, put(provincePart(parts, registry, id))]);
  const aliases = latest.filter(({ id, heir }) => id !== heir).map(({ id, heir }): Entry => [id, heir]);
  const manifest = ManifestSchema.parse({
    schema: 1,
    createdFrom,
    national: Object.fromEntries<string>(national),
    ...(parts.closures.length > 0 && { closures: put(parts.closures) }),
    provinces: Object.fromEntries<string>(provinces),
    aliases: Object.fromEntries<string>(aliases),
    maps: [...new Set(parts.polygons.map((set) => set.provinceId))],
  });
  return { id: releaseIdOf(manifest), manifest, objects };
};
