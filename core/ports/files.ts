import type { FileRef } from '../event-parts.js';

/** Where a file lies: named by its content, so that the same file put again is the same. */
export const fileKey = (folder: string, sha256: string): string => `${folder}/${sha256}`;

/** Files of petitions. For keys see `fileKey`; content is immutable, and the same file put again is the same. */
export interface FileStore {
  put(folder: string, file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] }): Promise<FileRef>;
  get(key: string): Promise<Uint8Array>;
}
