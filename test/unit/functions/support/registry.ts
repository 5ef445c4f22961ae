import { ReleaseRegisters } from '../../../../adapters/registers.js';
import type { RegistryParts } from '../../../../core/registry/parts.js';
import { buildRelease, manifestBytes } from '../../../../core/registry/release.js';
import { readParts } from '../../../../registry/read-parts.js';

const registersOf = (parts: RegistryParts): ReleaseRegisters => {
  const release = buildRelease(parts, 'test');
  const objects = new Map([...release.objects, [release.id, manifestBytes(release.manifest)] as const]);
  return new ReleaseRegisters(
    {
      pointer: () => Promise.resolve(release.id),
      object: (sha256) => {
        const bytes = objects.get(sha256);
        return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
      },
    },
    () => 0,
  );
};

/** The reviewed data of this repository as one release, in memory. */
export const registers = registersOf(readParts());

/** The same where the city has decided to take denunciations; none that ships has. */
export const registersTakingDenunciations = (): ReleaseRegisters => {
  const parts = readParts();
  const denunciations = { ...parts.serviceLevels.denunciations, provinces: ['p:79@2025-07'] };
  return registersOf({ ...parts, serviceLevels: { ...parts.serviceLevels, denunciations } });
};
