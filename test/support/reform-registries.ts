import type { RegistryParts } from '../../core/registry/parts.js';
import { readParts } from '../../registry/read-parts.js';

/** Wards of 2025-07-01 whose compensation board `kv3` is in the rehearsal. */
export const BOARD_WARDS = ['w:27154@2025-07', 'w:27139@2025-07', 'w:26773@2025-07'] as const;

/**
 * The reviewed files, and in them one area of the boards for compensation that ended on 2026-02-02: which wards such a
 * board served is for the city to enter, so the files that ship have none.
 */
export const reformParts = (): RegistryParts => {
  const parts = structuredClone(readParts());
  parts.assignments.zones.push(['ban-btgpmb-hcm', 'kv3', 'Khu vực 3']);
  for (const ward of BOARD_WARDS)
    parts.assignments.assignments.push([
      ...['ban-btgpmb-hcm', ward, 'kv3', '2025-07-01', '2026-02-02', ''],
      'assumed',
    ]);
  return parts;
};
