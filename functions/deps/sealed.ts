import { jitteredBackoff } from '../../adapters/backoff.js';
import { createClock } from '../../adapters/clock.js';
import { DynamoSealedStore } from '../../adapters/dynamodb/sealed-store.js';
import type { SealedTables } from '../../adapters/dynamodb/sealed-tables.js';
import { createLane } from './lane.js';

/** What every command on a denunciation's file needs. */
export const createSealedDeps = (
  env: { REGISTRY_BUCKET: string; LEGAL_CLOCK_FILE?: string | undefined },
  tables: SealedTables,
) => ({
  backoff: jitteredBackoff,
  clock: createClock(env),
  lane: createLane(env),
  store: new DynamoSealedStore(tables),
});
