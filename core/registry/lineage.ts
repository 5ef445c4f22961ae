import * as z from 'zod';
import { UnitIdSchema } from './unit.js';

/** What became of a unit. `part`: never choose a receiver without a place. */
export interface LineageEdge {
  oldId: string;
  /** Null when the level was abolished without a successor. */
  newId: string | null;
  extent: 'whole' | 'part' | 'abolished';
}

const EdgeRowSchema = z
  .tuple([UnitIdSchema, UnitIdSchema.nullable(), z.enum(['whole', 'part', 'abolished'])])
  .rest(z.string().max(40));

/** registry/data/lineage.json; effective on validFrom of the new unit. */
export const LineageFileSchema = z.strictObject({
  note: z.string().max(1000),
  extent: z.record(z.string().max(40), z.string().max(300)),
  detail: z.record(z.string().max(40), z.string().max(300)),
  basis: z.record(z.string().max(20), z.unknown()),
  columns: z.array(z.string().max(40)).length(4),
  edges: z.array(EdgeRowSchema).max(50_000),
});
export type LineageFile = z.infer<typeof LineageFileSchema>;
export type EdgeRow = LineageFile['edges'][number];

export const toEdge = (row: EdgeRow): LineageEdge => ({ oldId: row[0], newId: row[1], extent: row[2] });
