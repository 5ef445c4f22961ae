import { NotFoundError } from '../../../core/errors.js';
import type { FileRef } from '../../../core/event-parts.js';
import type { FileStore } from '../../../core/ports/files.js';

/** Files of petitions in memory. */
export class InMemoryFileStore implements FileStore {
  readonly files = new Map<string, Uint8Array>();

  put(folder: string, file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] }): Promise<FileRef> {
    const key = `${folder}/${file.sha256}`;
    if (!this.files.has(key)) this.files.set(key, file.bytes.slice());
    return Promise.resolve({ key, sha256: file.sha256, type: file.type, size: file.bytes.length });
  }

  get(key: string): Promise<Uint8Array> {
    const bytes = this.files.get(key);
    return bytes === undefined ? Promise.reject(new NotFoundError()) : Promise.resolve(bytes.slice());
  }
}
