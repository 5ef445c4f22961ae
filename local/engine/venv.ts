import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupError } from './setup-error.js';

export type Log = (line: string) => void;

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const CANDIDATES = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
];
const PROBE = `
import sys
try:
    import ensurepip, venv
except ImportError:
    print(sys.version_info[0], sys.version_info[1], "no-venv")
else:
    print(sys.version_info[0], sys.version_info[1], "ok")
`;

/**
 * Path of a Python that has the engine's pinned packages, installing them into `<dir>/venv-<hash of requirements.txt>` when
 * they are not there yet. Safe to call from several processes at once.
 * @throws SetupError when there is no usable Python or the packages cannot be installed
 */
export async function ensureVenv(options: { dir: string; log: Log }): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const venv = resolve(options.dir, `venv-${hash}`);
  const python = pythonOf(venv);
  if (existsSync(python)) return python;

  const unfinished = `${venv}.part-${process.pid}`;
  mkdirSync(options.dir, { recursive: true });
  try {
    createVenv(findPython(), unfinished);
    await installPackages(pythonOf(unfinished), options.log);
    moveIntoPlace(unfinished, venv);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return python;
}

const pythonOf = (venv: string): string => join(venv, 'bin', 'python');

/** Only `bin/python` of the result is used, and that one does not mind being moved. */
function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(pythonOf(to))) throw error; // otherwise another process was faster
  }
}

function findPython(): string {
  let withoutVenv: string | undefined;
  for (const candidate of CANDIDATES) {
    const probe = spawnSync(candidate, ['-c', PROBE], { encoding: 'utf8' });
    if (probe.error !== undefined) continue; // no such program
    const [major, minor, venv] = probe.stdout.trim().split(' ');
    if (Number(major) !== 3 || Number(minor) < 10) continue;
    if (venv === 'ok') return candidate;
    withoutVenv ??= `${String(major)}.${String(minor)}`;
  }
  if (withoutVenv !== undefined) {
    throw new SetupError(
      `Python ${withoutVenv} is installed without its venv module: install it (Debian and Ubuntu: sudo apt install python3-venv) and start again.`,
    );
  }
  throw new SetupError(
    'Python 3.10 or newer is needed for the local AWS engine and was not found: install it and start again.',
  );
}

function createVenv(python: string, venv: string): void {
  const made = spawnSync(python, ['-m', 'venv', venv], { encoding: 'utf8' });
  if (made.status !== 0)
    throw new SetupError(
      `A Python environment could not be created in ${venv}: ${lastLine(made.stderr || made.stdout)}`,
    );
}

async function installPackages(python: string, log: Log): Promise<void> {
  log('Installing the local AWS engine (once, about 40 MB)');
  const args = [
    '-m',
    'pip',
    'install',
    '--require-hashes',
    '--no-input',
    '--disable-pip-version-check',
    '--progress-bar',
    'off',
  ];
  const pip = spawn(python, [...args, '-r', REQUIREMENTS], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  pip.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let count = 0;
  createInterface({ input: pip.stdout }).on('line', (line) => {
    const name = /^Collecting ([\w.-]+)/.exec(line)?.[1];
    if (name !== undefined) log(`  package ${++count}: ${name}`);
  });
  const status = await new Promise<number | null>((done) => pip.on('close', done));
  if (status !== 0) {
    throw new SetupError(
      `The Python packages of the local AWS engine could not be installed; check the network connection or proxy settings and start again (pip said: ${lastLine(errors)}).`,
    );
  }
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('[notice]'));
  return (lines.findLast((line) => line.startsWith('ERROR:')) ?? lines.at(-1) ?? 'nothing').trim();
}
