import { concatBytes, viewOf } from './bytes.js';
import { MalformedFileError } from './malformed-file-error.js';

const SIGNATURE_BYTES = 8;
/** Length, type and check sum around a chunk's data. */
const FRAME_BYTES = 12;
const IHDR_BYTES = 13;

/** Chunks that decide how the still image looks. Texts, times, Exif, profiles and unknown ancillary chunks are not among them. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'cICP',
]);

interface Chunk {
  type: string;
  dataBytes: number;
  whole: Uint8Array;
}

const readChunk = (bytes: Uint8Array, at: number): Chunk => {
  if (at + FRAME_BYTES > bytes.length) throw new MalformedFileError();
  const dataBytes = viewOf(bytes).getUint32(at);
  const end = at + FRAME_BYTES + dataBytes;
  if (end > bytes.length) throw new MalformedFileError();
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (!/^[A-Za-z]{4}$/.test(type)) throw new MalformedFileError();
  return { type, dataBytes, whole: bytes.subarray(at, end) };
};

/**
 * A decoder must understand chunks whose first letter is a capital: an unknown one makes another format of it. An end
 * with something in it would be a hiding place.
 */
const isRefused = ({ type, dataBytes }: Chunk): boolean =>
  (/^[A-Z]/.test(type) && !KEPT.has(type)) || (type === 'IEND' && dataBytes > 0);

/**
 * A PNG with nothing in it but the still image; whatever follows its end is left out. An orientation in its Exif data is
 * lost: cameras write JPEG, and screenshots are upright.
 * @throws MalformedFileError when it is cut off or no PNG.
 */
export const stripPng = (bytes: Uint8Array): Uint8Array => {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  let at = SIGNATURE_BYTES;
  let chunk = readChunk(bytes, at);
  if (chunk.type !== 'IHDR' || chunk.dataBytes !== IHDR_BYTES) throw new MalformedFileError();
  let hasData = false;
  for (;;) {
    if (isRefused(chunk)) throw new MalformedFileError();
    if (KEPT.has(chunk.type)) kept.push(chunk.whole);
    hasData ||= chunk.type === 'IDAT';
    if (chunk.type === 'IEND') break;
    at += chunk.whole.length;
    chunk = readChunk(bytes, at);
  }
  if (!hasData) throw new MalformedFileError();
  return concatBytes(kept);
};
