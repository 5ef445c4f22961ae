import type { Instant, LocalDay } from '../../core/time.js';

/** The instant of a wall-clock time in Việt Nam, e.g. `vn('2025-06-30', '16:00')`. */
export const vn = (day: LocalDay, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString();
