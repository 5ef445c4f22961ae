import type { FileRef } from '../events.js';

/** Files of petitions. Keys are `<petitionId>/<sha256>`; content is immutable. */
export interface FileStore {
  put(
    petitionId: string,
    file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] },
  ): Promise<FileRef>;
  get(key: string): Promise<Uint8Array>;
}
