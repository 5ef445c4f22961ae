import { jitteredBackoff } from '../../adapters/backoff.js';
import { createClock } from '../../adapters/clock.js';
import { DynamoPetitionStore } from '../../adapters/dynamodb/petition-store.js';
import type { PetitionTables } from '../../adapters/dynamodb/tables.js';
import type { Vault } from '../../core/ports/vault.js';
import type { ChangeDeps } from '../../core/use-cases/change-petition.js';
import { createRegisters } from './registers.js';

/** What every command on a petition needs. */
export const createChangeDeps = (
  env: { REGISTRY_BUCKET: string; LEGAL_CLOCK_FILE?: string | undefined },
  tables: PetitionTables,
  vault: Vault,
): ChangeDeps => ({
  clock: createClock(env),
  store: new DynamoPetitionStore(tables),
  registers: createRegisters(env),
  backoff: jitteredBackoff,
  vault,
});
