/** A point in time: ISO 8601 in UTC with milliseconds, e.g. `2025-06-30T17:00:00.000Z`. Compares as text. */
export type Instant = string;

/** A civil day in Việt Nam (+07:00, no daylight saving time), `YYYY-MM-DD`. Compares as text. */
export type LocalDay = string;

const OFFSET_MS = 7 * 3_600_000;

/** The civil day in Việt Nam on which an instant falls. Days switch at local midnight = 17:00Z. */
export const localDayOf = (at: Instant): LocalDay =>
  new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(0, 10);

/** The first instant of a local day. */
export const startOfDay = (day: LocalDay): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS).toISOString();

/** An instant moved by a number of milliseconds (may be negative). */
export const plusMs = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Valid on `day`: from inclusive, to exclusive, null = open. Units, agencies and rules all end and begin so. */
export const isValidOn = (
  row: { validFrom: LocalDay | null; validTo: LocalDay | null },
  day: LocalDay,
): boolean => (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || day < row.validTo);
