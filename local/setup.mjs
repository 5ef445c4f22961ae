// First step of every npm script: no dependency may be needed before this has run.
// Usage: node local/setup.mjs <file.ts> [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.kien-nghi-lock');

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);

const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== lockHash) {
  console.error('Installing the packages named in package-lock.json (about a minute) …');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) stop('npm was not found: install it together with Node.js.');
  if (npm.status !== 0)
    stop('The packages could not be installed: check the connection to the npm registry and try again.');
  writeFileSync(stamp, lockHash);
}

const [script, ...rest] = process.argv.slice(2);
if (!script) process.exit(0);
const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...rest], {
  cwd: root,
  stdio: 'inherit',
  // The SDK announces that its releases of 2027 need a newer Node; the pinned one does not.
  env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
});
// Ctrl-C reaches the child through the terminal; it says when it has finished.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
