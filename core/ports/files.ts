import type { FileRef } from '../event-parts.js';

/** Files of petitions. Keys are `<folder>/<sha256>`; content is immutable, and the same file put again is the same. */
export interface FileStore {
  put(folder: string, file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] }): Promise<FileRef>;
  get(key: string): Promise<Uint8Array>;
}
