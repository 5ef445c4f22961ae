import * as z from 'zod';
import { toObjects } from './columns.js';
import { DaySchema } from './validity.js';

/** Which body serves a ward, where one body serves several. */
export const AssignmentRowSchema = z.strictObject({
  agency: z.string().max(40),
  ward: z.string().max(40),
  /** Key of the body: its host ward, or a key of `zones`. */
  instance: z.string().max(40),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
  basis: z.string().max(300),
  status: z.enum(['sourced', 'assumed']),
});
export type AssignmentRow = z.infer<typeof AssignmentRowSchema>;

/** registry/data/assignments.json. */
export const AssignmentsFileSchema = z.strictObject({
  note: z.string().max(1000),
  columns: z.array(z.string().max(40)).length(7),
  assignments: z.array(z.array(z.unknown()).length(7)).max(50_000),
  zoneColumns: z.array(z.string().max(40)).length(3),
  /** `[agency, key, name]` of bodies that sit in no unit's name. */
  zones: z.array(z.tuple([z.string().max(40), z.string().max(40), z.string().max(120)])).max(5_000),
});
export type AssignmentsFile = z.infer<typeof AssignmentsFileSchema>;

export const toAssignments = (file: AssignmentsFile): AssignmentRow[] =>
  toObjects<AssignmentRow>(file.columns, file.assignments);
