import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../../core/errors.js';
import { acceptFiles } from '../../../core/files/accept-files.js';
import { MAX_FILES, MAX_TOTAL_BYTES } from '../../../core/files/file-limits.js';
import { MalformedFileError } from '../../../core/files/malformed-file-error.js';
import { sniffFileType, type FileType } from '../../../core/files/sniff-file-type.js';
import { stripMetadata } from '../../../core/files/strip-metadata.js';
import { pdf, realJpeg, realPng } from '../../support/images.js';

const PHOTOS: FileType[] = ['image/jpeg', 'image/png'];
const EVIDENCE: FileType[] = [...PHOTOS, 'application/pdf'];
const WEBP = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1');

const issuesOf = (files: Uint8Array[], allowed = EVIDENCE) => {
  try {
    acceptFiles(files, { pointer: '/evidence', allowed });
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    throw error;
  }
  return [];
};

describe('the type of a file', () => {
  it.each([
    [realJpeg, 'image/jpeg'],
    [realPng, 'image/png'],
    [pdf, 'application/pdf'],
    [WEBP, undefined],
    [Buffer.from('GIF89a'), undefined],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    [Buffer.from('\n%PDF-1.7'), undefined],
    [Buffer.from('PK\x03\x04'), undefined],
    [new Uint8Array(), undefined],
    [realPng.subarray(0, 7), undefined],
  ])('is found in its first bytes (%#)', (bytes, type) => {
    expect(sniffFileType(bytes)).toBe(type);
  });
});

describe('accepting the files of a form', () => {
  it('strips each and digests what is kept', () => {
    const dirty = Buffer.concat([realJpeg, Buffer.from('behind the end')]);
    const [photo, document] = acceptFiles([dirty, pdf], { pointer: '/evidence', allowed: EVIDENCE });
    expect(photo).toMatchObject({ type: 'image/jpeg', bytes: stripMetadata(realJpeg, 'image/jpeg') });
    expect(photo!.sha256).toBe(createHash('sha256').update(photo!.bytes).digest('hex'));
    expect(document).toEqual({
      type: 'application/pdf',
      bytes: pdf,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
  });

  it('reads bytes that are part of a larger buffer', () => {
    const larger = Buffer.concat([Buffer.alloc(5, 0xff), realJpeg, realPng]);
    const parts = [larger.subarray(5, 5 + realJpeg.length), larger.subarray(5 + realJpeg.length)];
    expect(acceptFiles(parts, { pointer: '/photos', allowed: PHOTOS })).toEqual(
      acceptFiles([realJpeg, realPng], { pointer: '/photos', allowed: PHOTOS }),
    );
  });

  it('refuses more files or bytes than the limits, and takes as many', () => {
    const large = Buffer.concat([pdf, Buffer.alloc(MAX_TOTAL_BYTES - pdf.length)]);
    expect(issuesOf(Array<Uint8Array>(MAX_FILES + 1).fill(pdf))).toEqual([
      { pointer: '/evidence', code: 'too-many-files', params: { max: 3 } },
    ]);
    expect(issuesOf([large, pdf])).toEqual([
      { pointer: '/evidence', code: 'files-too-large', params: { maxBytes: 4_194_304 } },
    ]);
    expect(issuesOf(Array<Uint8Array>(MAX_FILES).fill(pdf))).toEqual([]);
    expect(issuesOf([large])).toEqual([]);
  });

  it('names the file that is of another type', () => {
    expect(issuesOf([pdf, WEBP])).toEqual([{ pointer: '/evidence/1', code: 'file-type' }]);
    expect(issuesOf([realPng, pdf], PHOTOS)).toEqual([{ pointer: '/evidence/1', code: 'file-type' }]);
  });

  it('names the file that is cut off', () => {
    expect(issuesOf([pdf, realPng.subarray(0, 60)])).toEqual([
      { pointer: '/evidence/1', code: 'file-malformed' },
    ]);
  });
});

describe('stripping', () => {
  const starts: [FileType, Uint8Array][] = [
    ['image/jpeg', realJpeg],
    ['image/png', realPng],
  ];
  /** Real files with some bytes changed, so that most still begin as their type and go wrong inside. */
  const damaged = fc
    .tuple(fc.constantFrom(...starts), fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 8 }))
    .map(([[type, original], changes]) => {
      const bytes = Uint8Array.from(original);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return [type, bytes] as const;
    });
  const random = fc.tuple(
    fc.constantFrom<FileType>('image/jpeg', 'image/png', 'application/pdf'),
    fc
      .tuple(
        fc.constantFrom(realJpeg.subarray(0, 20), realPng.subarray(0, 33), pdf, WEBP),
        fc.uint8Array({ maxLength: 300 }),
      )
      .map((parts) => Uint8Array.from(Buffer.concat(parts))),
  );

  test.prop([fc.oneof(damaged, random)], { numRuns: 2000 })(
    'ends with the same file twice over or with the typed error, whatever the bytes',
    ([type, bytes]) => {
      const before = Buffer.from(bytes);
      try {
        const once = stripMetadata(bytes, type);
        expect(Buffer.from(stripMetadata(once, type)).equals(once)).toBe(true);
        expect(sniffFileType(once)).toBe(type);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedFileError);
      }
      expect(before.equals(bytes)).toBe(true);
    },
  );

  it('refuses bytes of another type than said', () => {
    expect(() => stripMetadata(realPng, 'image/jpeg')).toThrow(MalformedFileError);
  });
});
