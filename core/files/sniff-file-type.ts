import type { FileRef } from '../event-parts.js';
import { hasAscii } from './bytes.js';

/** The types that are taken: photos as phones make them, and signed documents. */
export type FileType = FileRef['type'];

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = [0xff, 0xd8, 0xff];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/**
 * The type of a file by its first bytes, whatever its name or the browser says; undefined for anything that is not
 * taken (WebP, HEIC, SVG, Office …). A PDF must begin at the first byte: later starts are how polyglots are made.
 */
export const sniffFileType = (bytes: Uint8Array): FileType | undefined => {
  if (startsWith(bytes, JPEG_START)) return 'image/jpeg';
  if (startsWith(bytes, PNG_SIGNATURE)) return 'image/png';
  if (hasAscii(bytes, 0, '%PDF-')) return 'application/pdf';
  return undefined;
};
