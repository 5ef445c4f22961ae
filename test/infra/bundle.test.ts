import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions, functionFolders } from '../../infra/bundle.js';

/** What Lambda reads at a cold start. The largest holds four clients of the SDK, the mails and the vault. */
const BUDGET_BYTES = 950_000;

describe('bundles', () => {
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'kien-nghi-bundles-'));
    await bundleFunctions(dir);
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  const file = (folder: string): string => join(dir, folder, 'index.mjs');

  it.each(functionFolders())('%s stays within its budget', (folder) => {
    expect(statSync(file(folder)).size).toBeLessThan(BUDGET_BYTES);
  });

  it('a function that talks to nobody holds no SDK', () => {
    expect(statSync(file('describe-api')).size).toBeLessThan(350_000);
  });

  it('starts outside the checkout: nothing that it needs was left out', () => {
    const variables = {
      STAGE: 'test',
      PUBLIC_ORIGIN: 'https://kien-nghi.example',
      PETITIONS_TABLE: 'petitions',
    };
    const say = 'import(process.argv[1]).then((module) => process.stdout.write(typeof module.handler))';
    for (const folder of ['describe-api', 'show-history', 'await-answer']) {
      const env = { ...variables, PATH: process.env['PATH'], AWS_REGION: 'ap-southeast-1' };
      expect(
        execFileSync(process.execPath, ['-e', say, file(folder)], { cwd: dir, env, encoding: 'utf8' }),
      ).toBe('function');
    }
  });
});
