import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_OPTIONS } from '../../infra/bundle-options.js';
import { bundleFunctions, entriesOf, functionFolders } from '../../infra/bundle.js';

/** What Lambda reads at a cold start, in KB. */
const AIM_KB = 450;

/** These make four or five clients of the SDK, seal texts of persons, or both: their clients alone are 250 KB. */
const MORE_KB: Readonly<Record<string, number>> = {
  'accept-tasks': 560,
  'advance-petition': 495,
  'decide-task': 710,
  'enter-petition': 585,
  'find-duplicates': 480,
  'find-petitions': 530,
  'follow-main': 525,
  'hear-resident': 565,
  'list-meetings': 460,
  'next-step': 495,
  'open-digest': 520,
  'open-link': 635,
  'reconcile-threads': 510,
  'record-delivery': 525,
  'record-mail-event': 505,
  'record-meeting': 585,
  'record-message-receipt': 535,
  'recover-code': 575,
  'send-notice': 620,
  'settle-sealed': 475,
  'show-letter': 540,
  'show-meeting': 480,
  'show-petition': 475,
  'submit-denunciation': 520,
  'submit-petition': 575,
  'track-petition': 520,
  'unseal-file': 505,
  'watch-sealed': 470,
};

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
    expect(statSync(file(folder)).size).toBeLessThan((MORE_KB[folder] ?? AIM_KB) * 1_000);
  });

  it('a function that talks to nobody holds no SDK', () => {
    expect(statSync(file('describe-api')).size).toBeLessThan(240_000);
  });

  it('nothing in a bundle is loaded later: esbuild would then keep all that it shares with the rest', async () => {
    const { metafile } = await build({
      ...BUNDLE_OPTIONS,
      ...entriesOf(functionFolders().filter((folder) => folder !== 'describe-api')),
      outdir: dir,
      write: false,
      metafile: true,
    });
    const kept = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.keys(inputs).filter((path) => inputs[path]!.bytesInOutput > 0),
    );
    const later = [...new Set(kept)].flatMap((path) =>
      metafile.inputs[path]!.imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external),
    );
    expect(later).toEqual([]);
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
