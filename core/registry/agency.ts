import * as z from 'zod';
import { toObjects } from './columns.js';
import { DaySchema } from './validity.js';

const text = z.string().max(600);
export const TIERS = ['xa', 'huyen', 'tinh'] as const;
/** Step of the chain of authorities. */
export type Tier = (typeof TIERS)[number];

export const SuccessorSchema = z.tuple([z.string().max(80), z.enum(['whole', 'part', 'lineage']), text]);

/** One period of an agency, or of a pattern that stands for one agency per unit (`<id>/<unitId>`). */
export const AgencyVersionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().min(1).max(120),
  kind: z.string().max(30),
  tier: z.enum([...TIERS, 'lien-xa', 'khu-pho', '-']),
  areaUnitPattern: z.string().max(80),
  superior: z.string().max(80).nullable(),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
  successors: z.array(SuccessorSchema).max(10),
  functions: z.array(z.string().regex(/^[a-z0-9:-]{2,40}$/)).max(30),
  basis: z.string().max(300),
  source: z.array(z.string().max(20)).max(10),
  status: z.enum(['sourced', 'assumed']),
  note: text,
});
export type AgencyVersion = z.infer<typeof AgencyVersionSchema>;

/** registry/data/agencies.json. */
export const AgenciesFileSchema = z.strictObject({
  note: text,
  asOf: DaySchema,
  columns: z.array(z.string().max(40)).max(20),
  columnsHelp: z.record(z.string().max(40), text),
  kinds: z.array(z.string().max(30)).max(60),
  /** Top of every chain of the People's Committees; `{province}` is filled in. */
  lastOwner: z.string().max(80),
  /** Who sorts what no rule or place decides. */
  triageDesk: z.string().max(80),
  /** Who holds a function that no agency of the province holds. */
  fallback: z.string().max(80),
  agencies: z.array(z.array(z.unknown()).max(20)).max(5_000),
  /** Wards that seat a body for their neighbours, by agency. */
  hosts: z.record(
    z.string().max(40),
    z.strictObject({ source: z.string().max(20), units: z.array(z.string().max(40)).max(500), note: text }),
  ),
  sourceColumns: z.array(text).max(10),
  sources: z.record(z.string().max(20), z.array(text).max(6)),
});
export type AgenciesFile = z.infer<typeof AgenciesFileSchema>;

export const toAgencyVersions = (file: AgenciesFile): AgencyVersion[] =>
  toObjects<AgencyVersion>(file.columns, file.agencies);
