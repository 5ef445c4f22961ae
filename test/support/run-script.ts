import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs one of the project's scripts as `npm run` does, against an engine, and gives what it said. */
export const runScript = (
  endpoint: string,
  script: string,
  args: readonly string[],
): Promise<{ code: number | null; said: string; complained: string }> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: endpoint,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (text) => (said += String(text)));
    child.stderr.on('data', (text) => (complained += String(text)));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code, said, complained });
    });
  });
