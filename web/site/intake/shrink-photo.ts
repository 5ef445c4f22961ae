import type { Photo } from './draft.js';

const LONGEST_SIDE = 1_600;
/** Three of them stay far below what one request may carry. */
const MOST_BYTES = 1_200_000;
const QUALITIES = [0.82, 0.65, 0.5];

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });

/** As a request carries it. */
export const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
};

/** Draws the picture anew, upright and smaller: place, time and camera written into the file do not survive it. */
const redraw = async (file: File): Promise<HTMLCanvasElement> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  // A transparent picture would turn black as JPEG.
  if (context !== null) context.fillStyle = '#fff';
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
};

/** A photo ready to send; null when the file is no picture that this browser can read. */
export const shrinkPhoto = async (file: File): Promise<Photo | null> => {
  const canvas = await redraw(file).catch(() => null);
  if (canvas === null) return null;
  for (const quality of QUALITIES) {
    const blob = await encode(canvas, quality);
    if (blob === null) return null;
    if (blob.size <= MOST_BYTES)
      return { name: file.name, previewUrl: URL.createObjectURL(blob), base64: await base64Of(blob) };
  }
  return null;
};
