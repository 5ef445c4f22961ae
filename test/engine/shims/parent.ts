/** A process that starts an engine, says where it is, and waits to be killed. */
import { startEngine } from '../../../local/engine/process.js';
import { ensureVenv } from '../../../local/engine/venv.js';
import { resolve } from 'node:path';

const venvPython = await ensureVenv({
  dir: resolve(import.meta.dirname, '../../../.local'),
  log: console.error,
});
const { endpoint, pid } = await startEngine({
  stateDir: process.argv[2] ?? '',
  port: 0,
  venvPython,
  log: console.error,
});
console.log(JSON.stringify({ endpoint, pid }));
