import type { z } from 'zod';
import { RegistryPartsSchema, type RegistryParts } from '../parts.js';
import { error, type Finding } from './finding.js';

export const FILES: Record<keyof RegistryParts, string> = {
  units: 'units.json',
  lineage: 'lineage.json',
  agencies: 'agencies.json',
  competence: 'competence.json',
  serviceLevels: 'service-levels.json',
  calendars: 'calendars/',
  closures: 'closures.json',
  assignments: 'assignments.json',
  polygons: 'wards-hcmc.topojson',
};

/** What a schema says against a value, as findings. */
export const issuesOf = (
  schema: z.ZodType,
  value: unknown,
  at: { file: string; place: string },
): Finding[] => {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) =>
    error(at.file, [at.place, ...path.map(String)].filter((each) => each !== '').join(' / '), {
      what: message,
      mend: 'bring it into the form that the schema in core/registry asks for',
    }),
  );
};

/** Form of the files. Their content is looked at only when this finds nothing. */
export const validateFiles = (raw: Record<keyof RegistryParts, unknown>): Finding[] =>
  (Object.keys(FILES) as (keyof RegistryParts)[]).flatMap((part) =>
    issuesOf(RegistryPartsSchema.shape[part], raw[part], { file: FILES[part], place: '' }),
  );
