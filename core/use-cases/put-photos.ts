import type { FileRef } from '../event-parts.js';
import type { FileStore } from '../ports/files.js';
import type { Keyed } from '../ports/keyed.js';
import type { IntakeKey } from '../ports/petition-store.js';

/** A photo as handed in: sniffed, stripped of what it says about the person, hashed. */
export interface Photo {
  bytes: Uint8Array;
  sha256: string;
  type: FileRef['type'];
}

/**
 * Stores the photos of an intake before its commit, in a folder that is named by the intake's key and not by the
 * petition's id, which each attempt makes anew. So a repetition puts the same objects, whether it comes later, at the same
 * moment or after a crash before the commit, and leaves none that no petition names. What may remain unnamed: at most
 * three files of an intake that never succeeded, or of a second body that arrived under one key together with the first.
 */
export const putPhotos = async (
  deps: { files: FileStore; keyed: Keyed },
  photos: readonly Photo[],
  key: IntakeKey,
): Promise<FileRef[]> => {
  if (photos.length === 0) return [];
  const folder = (await deps.keyed.mac('photo-folder', key.key)).slice(0, 32);
  return Promise.all(photos.map((photo) => deps.files.put(folder, photo)));
};
