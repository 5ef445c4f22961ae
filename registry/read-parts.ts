import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RegistryPartsSchema, type RegistryParts } from '../core/registry/parts.js';

export const DATA_FOLDER = new URL('./data/', import.meta.url);

const readJson = (folder: URL, name: string): unknown => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`${fileURLToPath(new URL(name, folder))} is not JSON`, { cause });
  }
};

/** Files with polygons, and the province and day from which they hold. */
const POLYGON_FILES = [
  { file: 'wards-hcmc.topojson', provinceId: 'p:79@2025-07', validFrom: '2025-07-01' },
] as const;

/** The reviewed files as they stand, unparsed: what the validator looks at. */
export const readRawParts = (folder: URL = DATA_FOLDER): Record<keyof RegistryParts, unknown> => ({
  units: readJson(folder, 'units.json'),
  lineage: readJson(folder, 'lineage.json'),
  agencies: readJson(folder, 'agencies.json'),
  competence: readJson(folder, 'competence.json'),
  serviceLevels: readJson(folder, 'service-levels.json'),
  calendars: readdirSync(new URL('calendars/', folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson(folder, `calendars/${name}`)),
  closures: readJson(folder, 'closures.json'),
  assignments: readJson(folder, 'assignments.json'),
  polygons: POLYGON_FILES.map(({ file, ...rest }) => ({ ...rest, topology: readJson(folder, file) })),
});

/** @throws ZodError when a file has not the form that its schema asks for. */
export const readParts = (folder: URL = DATA_FOLDER): RegistryParts =>
  RegistryPartsSchema.parse(readRawParts(folder));
