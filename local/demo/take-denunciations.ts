import { S3Client } from '@aws-sdk/client-s3';
import { publishRelease } from '../../adapters/publish-release.js';
import { S3RegistryObjects } from '../../adapters/s3/registry-objects.js';
import { buildRelease } from '../../core/registry/release.js';
import { readParts } from '../../registry/read-parts.js';
import { ENGINE_REGION } from '../engine/process.js';
import type { LocalSystem } from '../system.js';

/**
 * Puts in force a release like the one that ships, in which provinces take denunciations: as a city does that has decided
 * so. None that ships does. False when it is in force already.
 */
export const takeDenunciations = (
  { engine, app }: Pick<LocalSystem, 'engine' | 'app'>,
  provinces: string[],
): Promise<boolean> => {
  const parts = readParts();
  const denunciations = { ...parts.serviceLevels.denunciations, provinces };
  const client = new S3Client({
    endpoint: engine.endpoint,
    region: ENGINE_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
  const release = buildRelease(
    { ...parts, serviceLevels: { ...parts.serviceLevels, denunciations } },
    'demo',
  );
  return publishRelease(new S3RegistryObjects(client, app.registryBucket), release);
};
