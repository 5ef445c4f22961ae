import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const CLI = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const KEPT_LINES = 30;

/** The CDK CLI ended with an error; `output` has its last lines. */
export class CdkError extends Error {
  override readonly name = 'CdkError';
  constructor(
    command: string,
    readonly output: string,
  ) {
    super(`cdk ${command} failed:\n${output}`);
  }
}

export interface CdkRun {
  /** Replaces the environment, apart from PATH and HOME: no credentials of the user's get in by accident. */
  env: Record<string, string>;
  /** Where the CLI looks for a cdk.json; elsewhere than in the project when the app is not to be run. */
  cwd?: string;
  /** Called with every line that the CLI prints. */
  onLine?: (line: string) => void;
}

/**
 * Runs a command of the CDK CLI as a process of its own.
 * @throws CdkError with its last lines when it fails
 */
export const runCdk = async (args: string[], { env, cwd, onLine }: CdkRun): Promise<void> => {
  const quiet = { CDK_DISABLE_CLI_TELEMETRY: 'true', NO_COLOR: '1', CI: 'true' };
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  const child = spawn(process.execPath, [CLI, '--no-notices', '--no-version-reporting', ...args], {
    env: { ...inherited, ...quiet, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line);
      if (last.length > KEPT_LINES) last.shift();
      onLine?.(line);
    });
  }
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new CdkError(args[0] ?? '', last.join('\n'));
};
