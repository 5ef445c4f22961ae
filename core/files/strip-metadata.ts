import { sniffFileType, type FileType } from './sniff-file-type.js';
import { MalformedFileError } from './malformed-file-error.js';
import { stripJpeg } from './strip-jpeg.js';
import { stripPng } from './strip-png.js';

const STRIP: Record<FileType, (bytes: Uint8Array) => Uint8Array> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  // A PDF may be a signed document: changing one byte would break its signature.
  'application/pdf': (bytes) => bytes,
};

/**
 * The file without place, time, device and texts in it; doing it again changes nothing. A PDF stays as it is.
 * @throws MalformedFileError when the bytes are not a whole file of that type.
 */
export const stripMetadata = (bytes: Uint8Array, type: FileType): Uint8Array => {
  if (sniffFileType(bytes) !== type) throw new MalformedFileError();
  return STRIP[type](bytes);
};
