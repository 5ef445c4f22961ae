import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRelease, manifestKey, objectKey, type Release } from '../../core/registry/release.js';
import { readParts } from '../read-parts.js';
import { print, type Command } from './command.js';
import { allFindings } from './validate.js';

/** Refused data never become a release. @throws Error when the validator finds an error. */
export const releaseOfFiles = (createdFrom: string): Release => {
  const errors = allFindings().filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`${errors.length} errors in the data: run "npm run registry -- validate"`);
  return buildRelease(readParts(), createdFrom);
};

export const buildCommand: Command = {
  usage: '--out DIR [--from TEXT]',
  about: 'writes a release as content-addressed files',
  run: (args) => {
    const { values } = parseArgs({ args, options: { out: { type: 'string' }, from: { type: 'string' } } });
    if (values.out === undefined) throw new TypeError('--out names the folder to write to');
    const release = releaseOfFiles(values.from ?? 'registry/data');
    mkdirSync(join(values.out, 'releases'), { recursive: true });
    mkdirSync(join(values.out, 'objects'), { recursive: true });
    for (const [sha256, bytes] of release.objects) writeFileSync(join(values.out, objectKey(sha256)), bytes);
    writeFileSync(join(values.out, manifestKey(release.id)), JSON.stringify(release.manifest, null, 1));
    print(`release ${release.id}: ${release.objects.size} objects`);
    return 0;
  },
};
