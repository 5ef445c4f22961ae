import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ENGINE_REGION, startEngine, type Engine } from '../../local/engine/process.js';
import { ensureVenv } from '../../local/engine/venv.js';

export const LOCAL_DIR = resolve(import.meta.dirname, '../../.local');
const START_MS = 240_000; // includes the first installation of the engine's packages

export interface EngineUnderTest {
  /** The running engine; only inside tests and hooks. */
  readonly engine: Engine;
  readonly endpoint: string;
  readonly stateDir: string;
  /** Configuration for any AWS SDK client: `new DynamoDBClient(aws.clientConfig())`. */
  clientConfig(): ClientConfig;
  /** Starts the engine again on the same state, after it was stopped or killed; on the same port unless another is asked for. */
  startAgain(on?: 'same port' | 'another port'): Promise<void>;
}

export interface ClientConfig {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

interface UseEngineOptions {
  /** Extra environment of the engine, for example `ENGINE_SHIMS_OFF`. */
  env?: Record<string, string>;
  /** Seconds between snapshots; by default none are taken while tests run. */
  snapshotSeconds?: number;
}

/** A fresh engine on a free port with an empty state, for all tests of the calling file. */
export function useEngine({ env = {}, snapshotSeconds = 0 }: UseEngineOptions = {}): EngineUnderTest {
  let engine: Engine | undefined;
  let stateDir = '';
  const running = (): Engine => {
    if (engine === undefined) throw new Error('The engine runs only inside tests and hooks.');
    return engine;
  };
  const start = async (port: number): Promise<void> => {
    const venvPython = await ensureVenv({ dir: LOCAL_DIR, log: console.info });
    const shims = { ENGINE_SHIMS_OFF: process.env['ENGINE_SHIMS_OFF'] ?? '' };
    engine = await startEngine({
      stateDir,
      port,
      venvPython,
      log: () => undefined,
      env: { ...shims, ...env },
      snapshotSeconds,
    });
  };

  beforeAll(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'kien-nghi-engine-'));
    await start(0);
  }, START_MS);
  afterAll(async () => {
    await engine?.stop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  return {
    get engine() {
      return running();
    },
    get endpoint() {
      return running().endpoint;
    },
    get stateDir() {
      return stateDir;
    },
    clientConfig: () => ({
      endpoint: running().endpoint,
      region: ENGINE_REGION,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    startAgain: (on = 'same port') =>
      start(on === 'same port' ? Number(new URL(running().endpoint).port) : 0),
  };
}
