import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCdk } from '../../../infra/cdk-cli.js';
import { ENGINE_ACCOUNT, ENGINE_REGION, engineEnv } from '../../../local/engine/process.js';
import { buildEntry } from '../bundles/build.js';
import { createFloorsApp, FLOORS, FLOORS_STACK } from '../floors-app.js';

export interface FloorsTarget {
  endpoint: string;
  /** Everything is written below this folder. */
  folder: string;
  tables: readonly string[];
  /** The transaction that `same-transaction` repeats. */
  template: string;
}

/** Bundles the floors and deploys them to an engine that is bootstrapped. Returns the id of their HTTP API. */
export const deployFloors = async ({ endpoint, folder, tables, template }: FloorsTarget): Promise<string> => {
  const bundles = join(folder, 'floors');
  for (const floor of FLOORS) {
    await buildEntry(
      join(import.meta.dirname, '..', 'floors', `${floor}.ts`),
      join(bundles, floor, 'index.mjs'),
    );
    writeFileSync(join(bundles, floor, 'transaction.json'), template);
  }
  const outdir = join(folder, 'floors.out');
  const outputs = join(folder, 'floors.json');
  mkdirSync(outdir, { recursive: true });
  const env = { account: ENGINE_ACCOUNT, region: ENGINE_REGION };
  createFloorsApp({ env, tables, bundles, outdir }).synth();
  const options = ['--require-approval', 'never', '--method', 'direct', '--outputs-file', outputs];
  await runCdk(['deploy', '--all', '--app', outdir, ...options], { env: engineEnv(endpoint) });
  const written = JSON.parse(readFileSync(outputs, 'utf8')) as Record<string, { ApiId?: string }>;
  const apiId = written[FLOORS_STACK]?.ApiId;
  if (apiId === undefined) throw new Error('The floors have no API.');
  return apiId;
};
