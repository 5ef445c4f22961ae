import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicClient } from '../client/public-client.js';
import { SetupError } from '../engine/setup-error.js';
import { startSystem } from '../system.js';
import type { Stage } from './stage.js';
import { STORIES, STORIES_TODAY } from './stories/all.js';
import { SEALED_AT, SEALED_PROVINCE, sealedLane } from './stories/sealed-lane.js';
import { takeDenunciations } from './take-denunciations.js';

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

/** Apart from the petitions here too: it is in none of their lists. */
const playSealed = async (stage: Stage): Promise<void> => {
  print(
    '\nTC   A denunciation, made up: sealed to the inspectorate, never to the ward; another one on paper',
  );
  if ((await stage.client.now()) < SEALED_AT) await stage.client.jumpTo(SEALED_AT);
  await sealedLane(stage);
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
    const stage = { client: new PublicClient(system.origin), print };
    await playAll(stage);
    await takeDenunciations(system, [SEALED_PROVINCE]);
    await playSealed(stage);
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
