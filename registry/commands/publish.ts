import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { publishRelease } from '../../adapters/publish-release.js';
import { S3RegistryObjects } from '../../adapters/s3/registry-objects.js';
import { stageOutputs } from '../stage-outputs.js';
import { releaseOfFiles } from './build.js';
import { print, type Command } from './command.js';

export const publishCommand: Command = {
  usage: '--stage NAME [--from TEXT]',
  about:
    'writes a release to the bucket of a stage and puts it in force; run on an older checkout it rolls back',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { stage: { type: 'string' }, from: { type: 'string' } } });
    if (values.stage === undefined) throw new TypeError('--stage names the stage to publish to');
    const release = releaseOfFiles(values.from ?? 'registry/data');
    const { region, endpoint, outputs } = await stageOutputs(values.stage);
    const bucket = new S3RegistryObjects(
      new S3Client({ region, ...(endpoint && { endpoint, forcePathStyle: true }) }),
      outputs['RegistryBucket'] ?? '',
    );
    const isNew = await publishRelease(bucket, release);
    print(`release ${release.id} ${isNew ? 'is in force' : 'was in force already'}`);
    return 0;
  },
};
