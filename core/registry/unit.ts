import * as z from 'zod';
import { DaySchema } from './validity.js';

export const UNIT_KINDS = [
  'Thành phố',
  'Tỉnh',
  'Quận',
  'Huyện',
  'Thị xã',
  'Thành phố thuộc tỉnh',
  'Phường',
  'Xã',
  'Thị trấn',
  'Đặc khu',
] as const;

/** Opaque: a GSO code alone is no identity, most were re-used on 2025-07-01. */
export const UnitIdSchema = z.string().regex(/^[pdw]:\d{2,5}@(0|\d{4}-\d{2})$/);

/** A territory: where something is. Bodies are agencies. */
export const UnitSchema = z.strictObject({
  id: UnitIdSchema,
  gsoCode: z.string().regex(/^\d{2,5}$/),
  level: z.enum(['province', 'district', 'ward']),
  kind: z.enum(UNIT_KINDS),
  name: z.string().min(1).max(60),
  parentId: UnitIdSchema.nullable(),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
});
export type Unit = z.infer<typeof UnitSchema>;

export const UNIT_COLUMNS = [
  'id',
  'gsoCode',
  'level',
  'kind',
  'name',
  'parentId',
  'validFrom',
  'validTo',
] as const;
const cell = z.string().max(60).nullable();
const UnitRowSchema = z.array(cell).length(UNIT_COLUMNS.length);

/** registry/data/units.json. Rows are checked one by one when they are expanded by the validator. */
export const UnitsFileSchema = z.strictObject({
  note: z.string().max(1000),
  idScheme: z.string().max(500),
  validity: z.string().max(500),
  /** Word written before a name, where it is not the kind itself. */
  displayPrefix: z.record(z.string().max(40), z.string().max(40)),
  columns: z.tuple(UNIT_COLUMNS.map((name) => z.literal(name)) as [z.ZodLiteral, ...z.ZodLiteral[]]),
  altNameColumns: z.array(z.string().max(40)).max(2),
  units: z.array(UnitRowSchema).max(50_000),
  /** Other spellings, `[unitId, name]`. */
  altNames: z.array(z.tuple([UnitIdSchema, z.string().max(60)])).max(5_000),
});
export type UnitRow = z.infer<typeof UnitRowSchema>;
export type UnitsFile = z.infer<typeof UnitsFileSchema>;

/** Hot path of a cold start: fourteen thousand rows, so no generic expansion. */
export const toUnit = (row: UnitRow): Unit =>
  ({
    id: row[0],
    gsoCode: row[1],
    level: row[2],
    kind: row[3],
    name: row[4],
    parentId: row[5],
    validFrom: row[6],
    validTo: row[7],
  }) as Unit;
