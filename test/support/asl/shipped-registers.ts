import { ReleaseRegisters } from '../../../adapters/registers.js';
import { buildRelease, manifestBytes } from '../../../core/registry/release.js';
import { readParts } from '../../../registry/read-parts.js';

/** Of all provinces only the one of the stories has petitions here; looking at the others takes time. */
class CityRegisters extends ReleaseRegisters {
  override provinces(): Promise<string[]> {
    return Promise.resolve(['p:79@0']);
  }
}

/** The registry that ships, as a release in memory. */
export const shippedRegisters = (): ReleaseRegisters => {
  const { id, manifest, objects } = buildRelease(readParts(), 'test');
  const stored = new Map([...objects, [id, manifestBytes(manifest)] as const]);
  return new CityRegisters(
    {
      pointer: () => Promise.resolve(id),
      object: (sha256) => {
        const bytes = stored.get(sha256);
        return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
      },
    },
    () => 0,
  );
};
