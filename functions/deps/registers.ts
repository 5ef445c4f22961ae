import { createS3Client } from '../../adapters/s3/client.js';
import { ReleaseRegisters } from '../../adapters/registers.js';
import { S3RegistryObjects } from '../../adapters/s3/registry-objects.js';

/** The registry release in force; its age runs on a clock that does not jump. */
export const createRegisters = (env: { REGISTRY_BUCKET: string }): ReleaseRegisters =>
  new ReleaseRegisters(new S3RegistryObjects(createS3Client(), env.REGISTRY_BUCKET), () => performance.now());
