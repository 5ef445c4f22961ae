import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  orientationSegment,
  readOrientation,
  type Orientation,
} from '../../../core/files/exif-orientation.js';
import { MalformedFileError } from '../../../core/files/malformed-file-error.js';
import { stripJpeg } from '../../../core/files/strip-jpeg.js';
import { realJpeg } from '../../support/images.js';

const START = Buffer.of(0xff, 0xd8);
const END = Buffer.of(0xff, 0xd9);
const segment = (marker: number, content: string | Uint8Array): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
  return Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff), body]);
};
const QUANTA = segment(0xdb, 'quantization');
const FRAME = segment(0xc2, 'frame');
const HUFFMAN = segment(0xc4, 'huffman');
/** Coded data with an escaped FF, a restart marker and a fill byte. */
const SCAN = Buffer.concat([segment(0xda, 'scan'), Buffer.of(1, 0xff, 0x00, 2, 0xff, 0xd3, 3, 0xff)]);
const IMAGE = Buffer.concat([QUANTA, FRAME, HUFFMAN, SCAN, HUFFMAN, SCAN]);
const jpeg = (...parts: Uint8Array[]): Buffer => Buffer.concat([START, ...parts, IMAGE, END]);

/** An Exif segment as cameras write it: orientation between other tags, a text behind the directory. */
const cameraExif = (orientation: number, isLittleEndian: boolean): Buffer => {
  const u16 = (n: number) => (isLittleEndian ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const u32 = (n: number) => (isLittleEndian ? [...u16(n), 0, 0] : [0, 0, ...u16(n)]);
  const directory = [
    ...[...u16(3)],
    ...[...u16(0x010f), ...u16(2), ...u32(12), ...u32(50)],
    ...[...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0],
    ...[...u16(0x8825), ...u16(4), ...u32(1), ...u32(50)],
    ...u32(0),
  ];
  const tiff = [...Buffer.from(isLittleEndian ? 'II' : 'MM'), ...u16(42), ...u32(8), ...directory];
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff), Buffer.from('GPS 10.77 106.69')]),
  );
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('stripping a JPEG', () => {
  it('keeps frames, tables and scans byte for byte', () => {
    expect(Buffer.from(stripJpeg(jpeg())).equals(jpeg())).toBe(true);
  });

  it('drops every application segment and comment', () => {
    const dirty = Array.from({ length: 15 }, (_, i) => segment(0xe1 + i, `secret ${i}`));
    const stripped = stripJpeg(jpeg(...dirty, segment(0xfe, 'secret comment'), segment(0xf5, 'secret')));
    expect(Buffer.from(stripped).equals(jpeg())).toBe(true);
  });

  it('keeps the JFIF header without its thumbnail, and Adobe’s colour transform without what follows it', () => {
    const jfif = segment(0xe0, 'JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01rgb');
    const adobe = segment(0xee, 'Adobe\0\x64\0\0\0\0\x02more');
    const clean = [
      segment(0xe0, 'JFIF\0\x01\x02\x01\0\x48\0\x48\0\0'),
      segment(0xee, 'Adobe\0\x64\0\0\0\0\x02'),
    ];
    expect(
      Buffer.from(stripJpeg(jpeg(adobe, jfif, segment(0xe0, 'JFXX\0\x10thumbnail')))).equals(jpeg(...clean)),
    ).toBe(true);
  });

  it('drops what follows the end, such as further images', () => {
    expect(Buffer.from(stripJpeg(Buffer.concat([jpeg(), jpeg(cameraExif(6, true))]))).equals(jpeg())).toBe(
      true,
    );
  });

  it('takes fill bytes before markers', () => {
    expect(Buffer.from(stripJpeg(jpeg(Buffer.of(0xff, 0xff)))).equals(jpeg())).toBe(true);
  });

  it.each([2, 3, 4, 5, 6, 7, 8].flatMap((value) => [[value, true] as const, [value, false] as const]))(
    'keeps orientation %i and nothing else of the Exif data (little endian: %s)',
    (value, isLittleEndian) => {
      const stripped = stripJpeg(jpeg(cameraExif(value, isLittleEndian)));
      expect(Buffer.from(stripped).equals(jpeg(orientationSegment(value as Orientation)))).toBe(true);
      expect(readOrientation(stripped.subarray(6))).toBe(value);
      expect(textOf(stripped)).not.toContain('GPS');
    },
  );

  it.each([0, 1, 9, 300])('keeps no Exif data for orientation %i', (value) => {
    expect(Buffer.from(stripJpeg(jpeg(cameraExif(value, true)))).equals(jpeg())).toBe(true);
  });

  it('drops the colour profile of a real image and keeps its scan', () => {
    const stripped = Buffer.from(stripJpeg(realJpeg));
    expect(Buffer.from(realJpeg).includes('ICC_PROFILE')).toBe(true);
    expect(stripped.includes('ICC_PROFILE')).toBe(false);
    const scan = (bytes: Buffer) => bytes.subarray(bytes.indexOf(Buffer.of(0xff, 0xda)));
    expect(scan(stripped).equals(scan(Buffer.from(realJpeg)))).toBe(true);
  });

  it.each([
    ['no scan', Buffer.concat([START, QUANTA, FRAME, END])],
    ['no frame', Buffer.concat([START, SCAN, END])],
    ['a second start', jpeg(START)],
    ['bytes between segments', jpeg(Buffer.of(0x20))],
    ['a length of less than two', jpeg(Buffer.of(0xff, 0xdb, 0, 1))],
    ['a scan header of no length', jpeg(Buffer.of(0xff, 0xda, 0, 0))],
    ['a segment longer than the file', Buffer.concat([START, Buffer.of(0xff, 0xdb, 0xff, 0xff, 0)])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => stripJpeg(bytes)).toThrow(MalformedFileError);
  });

  test.prop([fc.nat(realJpeg.length - 1)])('refuses a file that is cut off anywhere', (length) => {
    expect(() => stripJpeg(realJpeg.subarray(0, length))).toThrow(MalformedFileError);
  });
});

describe('reading the orientation', () => {
  test.prop([fc.uint8Array({ maxLength: 60 }), fc.boolean()])(
    'never fails on what a camera may write',
    (bytes, isLittleEndian) => {
      const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(isLittleEndian ? 'II' : 'MM'), bytes]);
      expect(readOrientation(exif)).toBeGreaterThanOrEqual(1);
      expect(readOrientation(exif)).toBeLessThanOrEqual(8);
    },
  );

  test.prop([fc.nat(70), fc.nat(69), fc.nat(255)])('never fails on damaged Exif data', (length, at, byte) => {
    const exif = cameraExif(6, true).subarray(4);
    const damaged = Uint8Array.from(exif.subarray(0, length)).map((old, i) => (i === at ? byte : old));
    expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(readOrientation(damaged));
  });
});
