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
  'accept-tasks': 570,
  'advance-petition': 500,
  'decide-task': 724,
  'enter-denunciation': 535,
  'enter-petition': 591,
  'find-duplicates': 483,
  'find-petitions': 534,
  'follow-main': 530,
  'hear-resident': 570,
  'list-meetings': 463,
  'list-sealed': 474,
  'next-step': 499,
  'open-digest': 529,
  'open-link': 647,
  'reconcile-threads': 514,
  'record-delivery': 531,
  'record-mail-event': 509,
  'record-meeting': 592,
  'record-message-receipt': 542,
  'recover-code': 583,
  'send-notice': 630,
  'settle-sealed': 482,
  'show-letter': 556,
  'show-meeting': 486,
  'show-petition': 495,
  'submit-denunciation': 530,
  'submit-petition': 585,
  'track-petition': 527,
  'unseal-file': 511,
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
    expect(statSync(file('describe-api')).size).toBeLessThan(248_000);
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
