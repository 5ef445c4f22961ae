import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MalformedFileError } from '../../../core/files/malformed-file-error.js';
import { stripPng } from '../../../core/files/strip-png.js';
import { realPng } from '../../support/images.js';

const SIGNATURE = Buffer.from(realPng).subarray(0, 8);
const chunk = (type: string, content = ''): Buffer => {
  const data = Buffer.from(content, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.from('crc!')]);
};
const IHDR = chunk('IHDR', '13 bytes long');
const DATA = [chunk('IDAT', 'one'), chunk('IDAT', 'two')];
const png = (...parts: Uint8Array[]): Buffer =>
  Buffer.concat([SIGNATURE, IHDR, ...parts, ...DATA, chunk('IEND')]);

describe('stripping a PNG', () => {
  it('leaves a clean file as it is', () => {
    expect(Buffer.from(stripPng(realPng)).equals(realPng)).toBe(true);
  });

  it.each(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'iCCP', 'acTL', 'fcTL', 'caBX', 'prVt'])(
    'drops %s',
    (type) => {
      expect(Buffer.from(stripPng(png(chunk(type, 'secret')))).equals(png())).toBe(true);
    },
  );

  it.each(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'cICP'])('keeps %s', (type) => {
    const bytes = png(chunk(type, 'looks'));
    expect(Buffer.from(stripPng(bytes)).equals(bytes)).toBe(true);
  });

  it('drops what is between or behind the data', () => {
    const dirty = [
      SIGNATURE,
      IHDR,
      DATA[0]!,
      chunk('tEXt', 'a'),
      DATA[1]!,
      chunk('tIME'),
      chunk('IEND'),
      Buffer.from('zip'),
    ];
    expect(Buffer.from(stripPng(Buffer.concat(dirty))).equals(png())).toBe(true);
  });

  it.each([
    ['another first chunk', Buffer.concat([SIGNATURE, chunk('tEXt'), IHDR, ...DATA, chunk('IEND')])],
    ['a header of another size', Buffer.concat([SIGNATURE, chunk('IHDR', 'x'), ...DATA, chunk('IEND')])],
    ['an end with something in it', Buffer.concat([SIGNATURE, IHDR, ...DATA, chunk('IEND', 'secret')])],
    ['no data', Buffer.concat([SIGNATURE, IHDR, chunk('IEND')])],
    ['an unknown critical chunk', png(chunk('CgBI'))],
    ['a type that is none', png(chunk('a\0bc'))],
    ['a chunk longer than the file', png(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x74, 0x45, 0x58, 0x74]))],
  ])('refuses %s', (_what, bytes) => {
    expect(() => stripPng(bytes)).toThrow(MalformedFileError);
  });

  test.prop([fc.nat(realPng.length - 1)])('refuses a file that is cut off anywhere', (length) => {
    expect(() => stripPng(realPng.subarray(0, length))).toThrow(MalformedFileError);
  });
});
