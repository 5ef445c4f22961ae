import { ReleaseRegisters, type ReleaseSource } from '../../../../adapters/registers.js';
import { buildRelease, manifestBytes } from '../../../../core/registry/release.js';
import { readParts } from '../../../../registry/read-parts.js';

const release = buildRelease(readParts(), 'test');
const objects = new Map([...release.objects, [release.id, manifestBytes(release.manifest)] as const]);

const source: ReleaseSource = {
  pointer: () => Promise.resolve(release.id),
  object: (sha256) => {
    const bytes = objects.get(sha256);
    return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
  },
};

/** The reviewed data of this repository as one release, in memory. */
export const registers = new ReleaseRegisters(source, () => 0);
