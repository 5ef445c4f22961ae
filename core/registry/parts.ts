import type { Topology } from 'topojson-specification';
import * as z from 'zod';
import { CalendarYearSchema } from '../deadline/calendar.js';
import { ClosureSchema } from '../deadline/closure.js';
import { AgenciesFileSchema } from './agency.js';
import { AssignmentsFileSchema } from './assignment.js';
import { CompetenceFileSchema } from './competence.js';
import { LineageFileSchema } from './lineage.js';
import { ServiceLevelsFileSchema } from './service-level.js';
import { UnitsFileSchema } from './unit.js';

const TopologySchema = z.custom<Topology>(
  (value) => z.looseObject({ type: z.literal('Topology') }).safeParse(value).success,
  'not a TopoJSON topology',
);

/** Polygons of the wards of one province; `code` of a shape is the gsoCode of a ward valid from `validFrom`. */
const PolygonSetSchema = z.strictObject({
  provinceId: z.string().max(40),
  validFrom: z.string().max(10),
  topology: TopologySchema,
});
export type PolygonSet = z.infer<typeof PolygonSetSchema>;

/** Everything that a release is made of, as the reviewed files say it. */
export const RegistryPartsSchema = z.strictObject({
  units: UnitsFileSchema,
  lineage: LineageFileSchema,
  agencies: AgenciesFileSchema,
  competence: CompetenceFileSchema,
  serviceLevels: ServiceLevelsFileSchema,
  calendars: z.array(CalendarYearSchema).max(100),
  closures: z
    .array(ClosureSchema)
    .max(2_000)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id is given twice'),
  assignments: AssignmentsFileSchema,
  polygons: z.array(PolygonSetSchema).max(100),
});
export type RegistryParts = z.infer<typeof RegistryPartsSchema>;
