import { join } from 'node:path';
import { SetupError } from './engine/setup-error.js';
import { DEMO_USERS } from './demo-users.js';
import { readStartOptions } from './options.js';
import { startSystem, type LocalSystem } from './system.js';

const HOME = join(import.meta.dirname, '..', '.local');

const say = (line: string): void => {
  console.log(line);
};

const introduce = (system: LocalSystem): void => {
  const pages = [
    ['Intake form', '/'],
    ['Follow a petition', '/track.html'],
    ['Inbox: mails and messages', '/_local/inbox'],
    ['Audit', '/audit.html'],
    ["Operator's desk", '/desk.html'],
    ['Health', '/api/health'],
  ] as const;
  say('');
  for (const [name, path] of pages) say(`  ${name.padEnd(28)}${system.origin}${path}`);
  say('');
  for (const user of DEMO_USERS) say(`  Demo log-in  ${user.padEnd(10)} ${system.users.passwords[user]}`);
  say(
    `\n  Legal time ${system.clock.now()}, speed ${system.clock.speed()}. Ctrl-C stops it; petitions, links and clocks are kept.\n` +
      '  Mails to officials leave in office hours of Việt Nam. A morning of its own: npm start -- --fresh --at 2023-03-10T09:00:00+07:00',
  );
};

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });

const main = async (): Promise<void> => {
  const options = readStartOptions(process.argv.slice(2));
  const stopped = untilSignal();
  const system = await startSystem({ ...options, home: HOME, stateDir: join(HOME, 'state'), log: say });
  introduce(system);
  const engineGone = system.engine.waitExit.then(() => 'gone' as const);
  if ((await Promise.race([stopped, engineGone])) === 'gone') {
    await system.stop();
    throw new SetupError('The local AWS engine ended; its last words are in .local/state/engine/engine.log.');
  }
  say('\nStopping …');
  await system.stop();
  say('Stopped. `npm start` goes on where it was.');
};

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
