import { concatBytes, hasAscii, viewOf } from './bytes.js';
import { orientationSegment, readOrientation, type Orientation } from './exif-orientation.js';
import { MalformedFileError } from './malformed-file-error.js';

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const MARKER = { end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app14: 0xee } as const;
const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;

interface Segment {
  marker: number;
  /** With the marker. */
  whole: Uint8Array;
  content: Uint8Array;
  /** Where the next one begins. */
  next: number;
}

/** Frame headers SOF0 to SOF15; C4, C8 and CC in that range are something else. */
const isFrame = (marker: number): boolean => (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a decoder needs: frames, tables, restart interval, scans. */
const isNeeded = (marker: number): boolean =>
  isFrame(marker) || marker === 0xc4 || marker === 0xcc || (marker >= MARKER.scan && marker <= 0xdf);

/** Markers without a length have no place between segments, nor has a second start. */
const isStandalone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const readSegment = (bytes: Uint8Array, from: number): Segment => {
  if (bytes[from] !== 0xff) throw new MalformedFileError();
  let at = from;
  while (bytes[at + 1] === 0xff) at++;
  const marker = bytes[at + 1];
  if (marker === undefined || isStandalone(marker)) throw new MalformedFileError();
  if (marker === MARKER.end) return { marker, whole: END, content: new Uint8Array(), next: at + 2 };
  if (at + 4 > bytes.length) throw new MalformedFileError();
  const next = at + 2 + viewOf(bytes).getUint16(at + 2);
  if (next < at + 4 || next > bytes.length) throw new MalformedFileError();
  return { marker, whole: bytes.subarray(at, next), content: bytes.subarray(at + 4, next), next };
};

/** Where the coded data of a scan ends: at the next marker that is neither an escaped FF nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1];
    if (after === undefined) break;
    const isData = after === 0x00 || after === 0xff || (after >= 0xd0 && after <= 0xd7);
    if (!isData) return at;
  }
  throw new MalformedFileError();
};

const segmentOf = (marker: number, content: readonly Uint8Array[]): Uint8Array => {
  const body = concatBytes(content);
  const length = body.length + 2;
  return concatBytes([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body]);
};

/** The JFIF header without its thumbnail, or nothing. */
const jfifOf = ({ content }: Segment): Uint8Array | undefined =>
  hasAscii(content, 0, 'JFIF\0') && content.length >= JFIF_BYTES
    ? segmentOf(MARKER.app0, [content.subarray(0, JFIF_BYTES - 2), Uint8Array.of(0, 0)])
    : undefined;

/** Adobe's colour transform, without which CMYK and RGB images turn out wrong, or nothing. */
const adobeOf = ({ content }: Segment): Uint8Array | undefined =>
  hasAscii(content, 0, 'Adobe') && content.length >= ADOBE_BYTES
    ? segmentOf(MARKER.app14, [content.subarray(0, ADOBE_BYTES)])
    : undefined;

/** What is kept of an image, collected segment by segment. */
interface Kept {
  jfif: Uint8Array | undefined;
  orientation: Orientation;
  /** Frames, tables and scans, in their order. */
  parts: Uint8Array[];
}

const keep = (kept: Kept, segment: Segment): void => {
  switch (segment.marker) {
    case MARKER.app0:
      kept.jfif ??= jfifOf(segment);
      return;
    case MARKER.app1:
      if (kept.orientation === 1) kept.orientation = readOrientation(segment.content);
      return;
    case MARKER.app14:
      kept.parts.push(adobeOf(segment) ?? new Uint8Array());
      return;
    default:
      if (isNeeded(segment.marker)) kept.parts.push(segment.whole);
  }
};

/** All segments up to the image's end; that of a scan has its coded data with it. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  for (let at = START.length; ;) {
    const segment = readSegment(bytes, at);
    if (segment.marker === MARKER.end) return;
    at = segment.marker === MARKER.scan ? endOfScan(bytes, segment.next) : segment.next;
    const start = segment.next - segment.whole.length;
    yield { ...segment, whole: bytes.subarray(start, at) };
  }
}

/**
 * A JPEG with nothing in it but the image: what is not needed to draw it is left out, also whatever follows its end
 * (further images, films). The orientation is kept in an Exif segment of its own; a colour profile is not.
 * @throws MalformedFileError when it is cut off or no JPEG.
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new MalformedFileError();
  const kept: Kept = { jfif: undefined, orientation: 1, parts: [] };
  const markers = new Set<number>();
  for (const segment of segmentsOf(bytes)) {
    keep(kept, segment);
    markers.add(segment.marker);
  }
  if (!markers.has(MARKER.scan) || ![...markers].some(isFrame)) throw new MalformedFileError();
  const jfif = kept.jfif === undefined ? [] : [kept.jfif];
  const exif = kept.orientation === 1 ? [] : [orientationSegment(kept.orientation)];
  return concatBytes([START, ...jfif, ...exif, ...kept.parts, END]);
};
