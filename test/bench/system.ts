import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicClient } from '../../local/client/public-client.js';
import { ENGINE_REGION } from '../../local/engine/process.js';
import { SetupError } from '../../local/engine/setup-error.js';
import type { Log } from '../../local/engine/venv.js';
import { startSystem, type LocalSystem } from '../../local/system.js';

const HOME = join(import.meta.dirname, '..', '..', '.local');
/** Friday 10/03/2023, 09:00 in Việt Nam: mails to officials leave at once. */
const FIRST_DAY = '2023-03-10T02:00:00.000Z';

/** The whole system, freshly deployed to an engine of its own. */
export interface BenchSystem {
  system: LocalSystem;
  client: PublicClient;
  /** For whatever a part writes; gone afterwards. */
  folder: string;
  /** Configuration for any SDK client that speaks to the engine. */
  aws: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  log: Log;
}

/** Fails when somebody wants the benchmark to end, so that everything is stopped in order. */
const untilSignal = (): Promise<never> =>
  new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        reject(new SetupError('Stopped.'));
      });
  });

/** Starts the system in a temporary folder, hands it to `use` and leaves nothing running, whatever happens. */
export const withSystem = async <T>(log: Log, use: (bench: BenchSystem) => Promise<T>): Promise<T> => {
  const stopped = untilSignal();
  stopped.catch(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'kien-nghi-bench-'));
  try {
    const stateDir = join(folder, 'state');
    const system = await startSystem({
      home: HOME,
      stateDir,
      port: 0,
      at: FIRST_DAY,
      speed: 1,
      fresh: false,
      log,
    });
    try {
      const { endpoint } = system.engine;
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const aws = { endpoint, region: ENGINE_REGION, credentials };
      const client = new PublicClient(system.origin);
      return await Promise.race([use({ system, client, folder, aws, log }), stopped]);
    } finally {
      await system.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
