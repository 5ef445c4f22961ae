import { createHash } from 'node:crypto';
import { ValidationError } from '../errors.js';
import { MAX_FILES, MAX_TOTAL_BYTES } from './file-limits.js';
import { MalformedFileError } from './malformed-file-error.js';
import { sniffFileType, type FileType } from './sniff-file-type.js';
import { stripMetadata } from './strip-metadata.js';

/** A file as it is kept: stripped, with the digest of what is kept. */
export interface AcceptedFile {
  bytes: Uint8Array;
  /** Hex. */
  sha256: string;
  type: FileType;
}

const fail = (pointer: string, code: string, params?: Record<string, number>): never => {
  throw new ValidationError([params === undefined ? { pointer, code } : { pointer, code, params }]);
};

const acceptFile = (received: Uint8Array, pointer: string, allowed: readonly FileType[]): AcceptedFile => {
  const type = sniffFileType(received);
  if (type === undefined || !allowed.includes(type)) return fail(pointer, 'file-type');
  try {
    const bytes = stripMetadata(received, type);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), type };
  } catch (error) {
    if (error instanceof MalformedFileError) throw new MalformedFileError(pointer);
    throw error;
  }
};

/**
 * The files of one form, checked by content and stripped. `pointer` is the form's field, e.g. `/evidence`.
 * @throws ValidationError with the codes too-many-files, files-too-large (on the field), file-type, file-malformed
 * (on the file, `/evidence/0`).
 */
export const acceptFiles = (
  files: readonly Uint8Array[],
  { pointer, allowed }: { pointer: string; allowed: readonly FileType[] },
): AcceptedFile[] => {
  if (files.length > MAX_FILES) fail(pointer, 'too-many-files', { max: MAX_FILES });
  const total = files.reduce((sum, file) => sum + file.length, 0);
  if (total > MAX_TOTAL_BYTES) fail(pointer, 'files-too-large', { maxBytes: MAX_TOTAL_BYTES });
  return files.map((bytes, i) => acceptFile(bytes, `${pointer}/${i}`, allowed));
};
