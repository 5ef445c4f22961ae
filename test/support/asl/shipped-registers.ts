import { ReleaseRegisters } from '../../../adapters/registers.js';
import type { RegistryParts } from '../../../core/registry/parts.js';
import { buildRelease, manifestBytes } from '../../../core/registry/release.js';
import { readParts } from '../../../registry/read-parts.js';

/** Of all provinces only the one of the stories has petitions here; looking at the others takes time. */
class CityRegisters extends ReleaseRegisters {
  override provinces(): Promise<string[]> {
    return Promise.resolve(['p:79@0', 'p:79@2025-07']);
  }
}

/** Releases in memory of which one is in force. As on a stage, the pointer is looked at again after a minute. */
export const publishedRegisters = (first: RegistryParts, realNowMs: () => number) => {
  const stored = new Map<string, Uint8Array>();
  let inForce = '';
  const publish = (parts: RegistryParts): void => {
    const { id, manifest, objects } = buildRelease(parts, 'test');
    for (const [sha256, bytes] of [...objects, [id, manifestBytes(manifest)] as const])
      stored.set(sha256, bytes);
    inForce = id;
  };
  publish(first);
  const source = {
    pointer: () => Promise.resolve(inForce),
    object: (sha256: string) => {
      const bytes = stored.get(sha256);
      return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
    },
  };
  return { registers: new CityRegisters(source, realNowMs), publish };
};

/** The registry that ships, as a release in memory. */
export const shippedRegisters = (): ReleaseRegisters => publishedRegisters(readParts(), () => 0).registers;
