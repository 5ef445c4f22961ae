import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicClient } from '../client/public-client.js';
import { SetupError } from '../engine/setup-error.js';
import { startSystem } from '../system.js';
import { coaches, silence, visit, type Stage } from './stories.js';

const HOME = join(import.meta.dirname, '..', '..', '.local');
/** Friday 10/03/2023, 09:00 in Việt Nam: the day of S1b. */
const FIRST_DAY = '2023-03-10T02:00:00.000Z';

const print = (line: string): void => {
  console.log(line);
};

const STORIES: [title: string, play: (stage: Stage) => Promise<unknown>][] = [
  [
    'S1b  Coaches in KDC Phú Nhuận, phường Thới An, Quận 12: the ward is not competent, the district settles it',
    coaches,
  ],
  ['S1c  The same, and nobody answers: reminders, then late, then upwards', silence],
  ['S0   Khu phố 4, Phường 2, Quận 3: a visit of the leaders, recorded and directed', visit],
];

const main = async (): Promise<void> => {
  const stateDir = mkdtempSync(join(tmpdir(), 'kien-nghi-demo-'));
  const system = await startSystem({
    home: HOME,
    stateDir,
    port: 0,
    at: FIRST_DAY,
    speed: 1,
    fresh: false,
    log: print,
  });
  try {
    const stage: Stage = { client: new PublicClient(system.origin), print };
    for (const [title, play] of STORIES) {
      print(`\n${title}`);
      await play(stage);
    }
    print('\nAll three stories were lived through.');
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
