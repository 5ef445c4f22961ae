import { inGroups } from '../core/in-groups.js';
import { manifestBytes, type Release } from '../core/registry/release.js';
import type { S3RegistryObjects } from './s3/registry-objects.js';

/** Uploads at a time. */
const PARALLEL = 8;

/**
 * Writes a release's objects, then moves the pointer to it. Nothing is overwritten: objects are found by their hash.
 * Publishing an earlier release again moves the pointer back.
 * @returns false when it was in force already.
 * @throws Error when somebody else moved the pointer meanwhile.
 */
export const publishRelease = async (bucket: S3RegistryObjects, release: Release): Promise<boolean> => {
  const before = await bucket.pointerState();
  if (before?.manifest === release.id) return false;
  const objects = [...release.objects.values(), manifestBytes(release.manifest)];
  await inGroups(objects, PARALLEL, (bytes) => bucket.put(bytes));
  if (!(await bucket.movePointer(release.id, before)))
    throw new Error('Somebody else has published a release meanwhile: look at it, then publish again.');
  return true;
};
