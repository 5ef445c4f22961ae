import * as z from 'zod';
import { UnitIdSchema } from '../../core/registry/unit.js';
import { startOfDay } from '../../core/time.js';
import { lineText } from './text-fields.js';

/** Unit of any period; a wrong form is the same as an unknown one. */
export const unitId = z
  .string()
  .max(40)
  .refine((id) => UnitIdSchema.safeParse(id).success, { params: { code: 'unknown-unit' } })
  .meta({ description: 'Id of an administrative unit, from /api/units', example: 'w:26773@0' });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const toInstant = (text: string): string | undefined => {
  if (DAY.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : startOfDay(text);
  return z.iso.datetime({ offset: true }).safeParse(text).success ? new Date(text).toISOString() : undefined;
};

/** An instant, or a local day that stands for its first instant (+07:00). Comes out in UTC with milliseconds. */
export const instant = z
  .string()
  .max(40)
  .refine((text) => toInstant(text) !== undefined)
  .overwrite((text) => toInstant(text) ?? text)
  .meta({ description: 'ISO 8601 instant, or a day in Việt Nam', example: '2025-07-01' });

/** A day in Việt Nam. */
export const day = z
  .string()
  .refine((text) => z.iso.date().safeParse(text).success, { params: { code: 'not-a-day' } })
  .meta({ format: 'date', example: '2025-07-01' });

/** A number in a query string, from 1. */
export const pageSize = (standard: number, max: number) =>
  z.coerce.number().int().min(1).max(max).default(standard);

export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);

export const cursor = lineText(1, 2_000).meta({
  description: 'From `next` of the page before; bound to its query',
});

/** `true` or `false` in a query string. */
export const queryBoolean = z.enum(['true', 'false']).meta({ description: 'true or false' });

export const agencyRef = z.object({ id: z.string(), name: z.string(), tier: z.string() });
