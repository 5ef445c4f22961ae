import type { z } from 'zod';
import { createS3Client } from '../../adapters/s3/client.js';
import { systemIds } from '../../adapters/ids.js';
import { S3FileStore } from '../../adapters/s3/file-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { createFormKeyed } from '../deps/keyed.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import type { EnvSchema } from './env.js';
import type { TakeInDeps } from './take-in.js';

/** What an intake works with; `service` names the function in log and metrics. */
export const createTakeInDeps = (env: z.infer<typeof EnvSchema>, service: string): TakeInDeps => {
  const tables = petitionTables(env);
  return {
    ...createChangeDeps(env, tables, createVault(env, tables)),
    ids: systemIds,
    files: new S3FileStore(createS3Client(), env.EVIDENCE_BUCKET),
    keyed: createFormKeyed(env),
    publicOrigin: env.PUBLIC_ORIGIN,
    observability: createObservability(service, env.STAGE),
  };
};
