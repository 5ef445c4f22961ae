import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { SetupError } from './setup-error.js';
import type { Log } from './venv.js';

export const ENGINE_REGION = 'ap-southeast-1';
export const ENGINE_ACCOUNT = '000000000000';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 15_000;
const STATE_IN_USE = 3; // exit code, see lifecycle.py

export interface EngineOptions {
  /** Everything the engine writes goes below this folder: state, S3 objects, temporary files, engine.log. */
  stateDir: string;
  /** 0 picks a free port. */
  port: number;
  /** From `ensureVenv`. */
  venvPython: string;
  log: Log;
  /** Added to the engine's environment, which its Lambda functions inherit. Nothing else of the caller's environment is passed on. */
  env?: Record<string, string>;
  /** Seconds between snapshots of the state, default 5; 0 saves only at the end. */
  snapshotSeconds?: number;
}

export interface Engine {
  endpoint: string;
  pid: number;
  /** Saves the state, ends the engine and its Lambda functions; resolves when they are gone. */
  stop(): Promise<void>;
  /** Ends them at once, without saving. */
  kill(): void;
  waitExit: Promise<number | null>;
}

/**
 * Starts the engine and resolves when it answers. It ends by itself, saving its state, when this process dies.
 * @throws SetupError when the port is taken, the state is in use by another engine, or the engine does not come up
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const port = await freePort(options.port);
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = prepareFolders(options.stateDir);
  const output = openSync(logFile, 'a');
  const child = spawn(options.venvPython, [import.meta.dirname], {
    stdio: ['pipe', output, output],
    env: environment(options, port),
    detached: true, // a group of its own: Ctrl-C in the terminal reaches this process, which then stops the engine in order
  });
  closeSync(output);
  const engine = handle(child, endpoint);
  await untilReady(engine, logFile);
  options.log(`The local AWS engine answers on ${endpoint}`);
  return engine;
}

/** Environment for child processes that talk to the engine as if it were AWS; a profile of the user's is switched off. */
export function engineEnv(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_REGION: ENGINE_REGION,
    AWS_DEFAULT_REGION: ENGINE_REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Returns the log file's path. The previous run's log is kept beside it. */
function prepareFolders(stateDir: string): string {
  for (const folder of ['services', 's3']) mkdirSync(join(stateDir, folder), { recursive: true });
  rmSync(join(stateDir, 'tmp'), { recursive: true, force: true }); // code of Lambda workers that were killed
  mkdirSync(join(stateDir, 'tmp'));
  // Below a package of type "module" the CommonJS script of the Lambda workers would not even parse.
  writeFileSync(join(stateDir, 'tmp', 'package.json'), '{"type":"commonjs"}\n');
  const logFile = join(stateDir, 'engine.log');
  if (existsSync(logFile)) renameSync(logFile, join(stateDir, 'engine.previous.log'));
  return logFile;
}

function environment(options: EngineOptions, port: number): Record<string, string> {
  const stateDir = resolve(options.stateDir);
  return {
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter), // Lambda functions run on this very Node
    HOME: join(stateDir, 'tmp'),
    LANG: 'C.UTF-8',
    TZ: 'UTC', // as on Lambda
    TMPDIR: join(stateDir, 'tmp'),
    PYTHONDONTWRITEBYTECODE: '1',
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    PERSIST_STATE: '1',
    STATE_DIR: join(stateDir, 'services'),
    S3_PERSIST: '1',
    S3_DATA_DIR: join(stateDir, 's3'),
    MINISTACK_REGION: ENGINE_REGION,
    MINISTACK_ACCOUNT_ID: ENGINE_ACCOUNT,
    LOG_LEVEL: 'WARNING',
    ENGINE_ENDS_WITH_STDIN: '1',
    ENGINE_SNAPSHOT_SECONDS: String(options.snapshotSeconds ?? 5),
    ...options.env,
  };
}

function handle(child: ChildProcess, endpoint: string): Engine {
  const waitExit = new Promise<number | null>((done) => {
    child.once('exit', done);
    child.once('error', () => {
      done(null);
    });
  });
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    const timer = setTimeout(kill, STOPPED_WITHIN_MS);
    await waitExit;
    clearTimeout(timer);
  };
  return { endpoint, pid: child.pid ?? 0, stop, kill, waitExit };
}

async function untilReady(engine: Engine, logFile: string): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  let exited: number | null | undefined;
  void engine.waitExit.then((code) => (exited = code));
  while (exited === undefined && Date.now() < giveUpAt) {
    const answer = await fetch(`${engine.endpoint}/_ministack/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    await sleep(50);
  }
  engine.kill();
  if (exited === STATE_IN_USE)
    throw new SetupError('The local AWS engine is already running on this state: stop it first.');
  throw new SetupError(`The local AWS engine did not start; its last words are in ${logFile}.`);
}
