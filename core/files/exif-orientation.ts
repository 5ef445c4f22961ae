import { hasAscii, viewOf } from './bytes.js';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const HEADER = 'Exif\0\0';
const TIFF_HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** How an image is to be turned: 1 = as it is, 2 to 8 = mirrored or turned (EXIF 2.32, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const isTurned = (value: number): value is Orientation => value >= 2 && value <= 8;

/** The value of the orientation entry among the directory's entries; undefined when there is none in bounds. */
const findOrientation = (directory: DataView, isLittleEndian: boolean): number | undefined => {
  const entries = directory.getUint16(0, isLittleEndian);
  for (let i = 0; i < entries; i++) {
    const at = 2 + i * ENTRY_BYTES;
    if (at + ENTRY_BYTES > directory.byteLength) return undefined;
    if (directory.getUint16(at, isLittleEndian) !== ORIENTATION_TAG) continue;
    const isShort = directory.getUint16(at + 2, isLittleEndian) === SHORT;
    return isShort ? directory.getUint16(at + 8, isLittleEndian) : undefined;
  }
  return undefined;
};

/** Reads the orientation from the content of a JPEG's Exif segment. Anything unreadable counts as 1. */
export const readOrientation = (exif: Uint8Array): Orientation => {
  if (!hasAscii(exif, 0, HEADER)) return 1;
  const tiff = exif.subarray(HEADER.length);
  const isLittleEndian = hasAscii(tiff, 0, 'II');
  if (tiff.length < TIFF_HEADER_BYTES || (!isLittleEndian && !hasAscii(tiff, 0, 'MM'))) return 1;
  const directory = tiff.subarray(viewOf(tiff).getUint32(4, isLittleEndian));
  const value = directory.length < 2 ? undefined : findOrientation(viewOf(directory), isLittleEndian);
  return value !== undefined && isTurned(value) ? value : 1;
};

/** A whole Exif segment (APP1, with its marker) that says the orientation and nothing else. */
export const orientationSegment = (orientation: Orientation): Uint8Array => {
  const segment = new Uint8Array(36);
  const view = viewOf(segment);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, segment.length - 2);
  segment.set(new TextEncoder().encode(`${HEADER}MM\0*`), 4);
  view.setUint32(14, TIFF_HEADER_BYTES); // the directory follows the TIFF header
  view.setUint16(18, 1); // one entry
  view.setUint16(20, ORIENTATION_TAG);
  view.setUint16(22, SHORT);
  view.setUint32(24, 1);
  view.setUint16(28, orientation);
  return segment;
};
