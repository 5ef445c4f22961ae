import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pdf, realJpeg, realPng } from '../../support/images.js';
import { BODY, OFFICER, useSealedLane } from './support/sealed-stage.js';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
/** An APP1 segment behind the start of the picture: where phones write place and owner. */
const withPlace = (jpeg: Uint8Array): Uint8Array => {
  const text = Buffer.from('Exif\0\0nhà bà Mai');
  const head = Buffer.from([0xff, 0xe1, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
};

describe('evidence files of a denunciation', () => {
  const { under, ask, submit, onlyId } = useSealedLane();
  const withFiles = (...files: Uint8Array[]) => submit({ ...BODY, files: files.map(base64) });
  const unseal = async () =>
    (
      await ask('POST /api/sealed/{id}/unseal', {
        ...{ path: { id: onlyId() }, claims: OFFICER, body: { reason: 'verify-content' } },
      })
    ).json['denunciation'] as { files: { type: string; base64: string }[] };

  it('come out of the unsealing, stripped, of the type that they are; nowhere else is anything of them', async () => {
    const taken = await withFiles(withPlace(realJpeg), realPng, pdf);
    expect(taken.status).toBe(202);
    const history = JSON.stringify(await under.stage.store.history(onlyId()));
    const path = { id: onlyId() };
    const shown = await ask('GET /api/sealed/{id}', { path, claims: OFFICER });
    const digest = createHash('sha256').update(pdf).digest('hex');
    for (const where of [history, taken.text, shown.text, under.log.text()])
      for (const part of ['image/', 'application/pdf', 'nhà bà Mai', base64(pdf), digest])
        expect(where).not.toContain(part);
    const { files } = await unseal();
    expect(files.map(({ type }) => type)).toEqual(['image/jpeg', 'image/png', 'application/pdf']);
    expect(Buffer.from(files[0]?.base64 ?? '', 'base64').toString('latin1')).not.toContain('Mai');
    expect(files[2]?.base64).toBe(base64(pdf));
  });

  it('are read only after the event of the look', async () => {
    await withFiles(pdf);
    under.stage.store.commit = () => Promise.reject(new Error('the table is gone'));
    let isOpened = false;
    under.stage.vault.onOpen = () => {
      isOpened = true;
    };
    expect(await unseal()).toBeUndefined();
    expect(isOpened).toBe(false);
  });

  it.each([
    ['a fourth file', [pdf, pdf, pdf, pdf], { pointer: '/files', code: 'too-big' }],
    [
      'another type, whatever it is called',
      [Buffer.from('PK\u0003\u0004')],
      { pointer: '/files/0', code: 'file-type' },
    ],
    ['a damaged picture', [realJpeg.subarray(0, 30)], { pointer: '/files/0', code: 'file-malformed' }],
    [
      'more than 4 MB together',
      [Buffer.concat([pdf, Buffer.alloc(2_200_000)]), Buffer.concat([pdf, Buffer.alloc(2_000_000)])],
      { pointer: '/files', code: 'files-too-large' },
    ],
  ] as const)('refuses %s and keeps nothing', async (_, files, fault) => {
    const refused = await withFiles(...files);
    expect(refused.status).toBe(422);
    expect(refused.json['errors']).toEqual([expect.objectContaining(fault)]);
    expect(under.stage.store.files.size).toBe(0);
  });

  it('belong to the request: the same key with another file is another request', async () => {
    await withFiles(pdf);
    expect((await withFiles(pdf)).status).toBe(202);
    expect((await withFiles(realPng)).status).toBe(422);
    expect(under.stage.store.files.size).toBe(1);
  });

  it('with three of 4 MB together the opened answer stays below what a function may give', async () => {
    const third = Buffer.concat([pdf, Buffer.alloc(Math.floor((4 * 1024 * 1024) / 3) - pdf.length, 1)]);
    expect((await withFiles(third, third, third)).status).toBe(202);
    const opened = await ask('POST /api/sealed/{id}/unseal', {
      ...{ path: { id: onlyId() }, claims: OFFICER, body: { reason: 'verify-content' } },
    });
    expect(opened.status).toBe(200);
    const answer = JSON.stringify({ statusCode: 200, headers: opened.headers, body: opened.text });
    expect(Buffer.byteLength(answer)).toBeLessThan(6_291_556);
  });
});
