import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Ids } from '../core/ports/ids.js';

/** Petition ids are UUIDs of version 7: they sort by the real time at which they were made. */
export const systemIds: Ids = {
  petitionId: () => v7(),
  randomBytes: (count) => randomBytes(count),
};
