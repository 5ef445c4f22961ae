import { readParts } from '../../../registry/read-parts.js';
import { buildRegistry } from '../../../core/registry/registry.js';
import { startOfDay, plusMs, type Instant, type LocalDay } from '../../../core/time.js';

/** The reviewed files, read once for each test file. */
export const parts = readParts();
export const registry = buildRegistry(parts);

const NINE_HOURS_MS = 9 * 3_600_000;

/** Nine in the morning of a local day. */
export const on = (day: LocalDay): Instant => plusMs(startOfDay(day), NINE_HOURS_MS);

export const TODAY = on('2026-11-22');
export const STORY_DAY = on('2023-03-10');
export const LAST_INSTANT_OF_DISTRICTS: Instant = '2025-06-30T16:59:59.999Z';
export const FIRST_INSTANT_WITHOUT: Instant = '2025-06-30T17:00:00.000Z';

export const WARDS = {
  thoiAnBefore: 'w:26773@0',
  thoiAn: 'w:26773@2025-07',
  thoiAnOMon: 'w:31159@0',
  ward2District3: 'w:27157@0',
  ward4District3: 'w:27148@0',
  banCo: 'w:27154@2025-07',
  xuanHoa: 'w:27139@2025-07',
} as const;
