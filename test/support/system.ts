import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { PublicClient } from '../../local/client/public-client.js';
import { startSystem, type LocalSystem, type SystemOptions } from '../../local/system.js';

const HOME = join(import.meta.dirname, '..', '..', '.local');

/** The deployed app on an engine of its own, as a test file sees it. Filled before the first test. */
export interface SystemUnderTest {
  system: LocalSystem;
  client: PublicClient;
  /** Stops it and starts it again on the kept state and the same origin. */
  restart(how: 'stop' | 'kill'): Promise<void>;
}

/** Starts the whole system in a folder of its own before the tests of a file and removes it after them. */
export const useSystem = (at: string): SystemUnderTest => {
  const stateDir = mkdtempSync(join(tmpdir(), 'kien-nghi-e2e-'));
  const options: SystemOptions = {
    home: HOME,
    stateDir,
    port: 0,
    at,
    speed: 1,
    fresh: false,
    log: () => undefined,
  };
  const under = {} as SystemUnderTest;
  beforeAll(async () => {
    under.system = await startSystem(options);
    under.client = new PublicClient(under.system.origin);
  });
  under.restart = async (how) => {
    const port = Number(new URL(under.system.origin).port);
    if (how === 'kill') under.system.engine.kill();
    await under.system.stop();
    under.system = await startSystem({ ...options, at: undefined, port });
  };
  afterAll(async () => {
    await under.system.stop();
    rmSync(stateDir, { recursive: true, force: true });
  });
  return under;
};
