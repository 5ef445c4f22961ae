import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureVenv } from '../../../local/engine/venv.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kien-nghi-venv-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

const attempt = () => ensureVenv({ dir, log: () => undefined });

test('a machine without Python is told so in one sentence', async () => {
  vi.stubEnv('PATH', dir);
  await expect(attempt()).rejects.toMatchObject({
    name: 'SetupError',
    message:
      'Python 3.10 or newer is needed for the local AWS engine and was not found: install it and start again.',
  });
});

test('packages that cannot be fetched are one sentence too, and nothing half made stays behind', async () => {
  vi.stubEnv('PIP_NO_INDEX', '1');
  vi.stubEnv('PIP_FIND_LINKS', dir);
  await expect(attempt()).rejects.toMatchObject({
    name: 'SetupError',
    message: expect.stringContaining('check the network connection') as string,
  });
  expect(readdirSync(dir)).toEqual([]);
});
