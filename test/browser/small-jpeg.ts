import type { Page } from 'playwright-core';

/** Segment APP1 with an Exif header and a place written into it. */
const exifSegment = (): Buffer => {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('GPS 10.869 106.6523')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A JPEG as a camera writes it: drawn by the page's own browser, with Exif data after the start marker. */
export const smallJpeg = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(), jpeg.subarray(2)]);
};
