import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicClient } from '../client/public-client.js';
import { SetupError } from '../engine/setup-error.js';
import { startSystem } from '../system.js';
import type { Stage } from './stage.js';
import { STORIES, STORIES_TODAY } from './stories/all.js';

const HOME = join(import.meta.dirname, '..', '..', '.local');
const print = (line: string): void => {
  console.log(line);
};

const playAll = async (stage: Stage): Promise<void> => {
  for (const { id, title, at, play } of [...STORIES, ...STORIES_TODAY]) {
    print(`\n${id.padEnd(4)} ${title}`);
    if ((await stage.client.now()) < at) await stage.client.jumpTo(at);
    await play(stage);
  }
};

const main = async (): Promise<void> => {
  const stateDir = mkdtempSync(join(tmpdir(), 'kien-nghi-demo-'));
  const system = await startSystem({
    home: HOME,
    stateDir,
    port: 0,
    at: STORIES[0]?.at,
    speed: 1,
    fresh: false,
    log: print,
  });
  try {
    await playAll({ client: new PublicClient(system.origin), print });
    print(`\nAll ${STORIES.length} stories were lived through, and once more with the units of today.`);
  } finally {
    await system.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
};

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
