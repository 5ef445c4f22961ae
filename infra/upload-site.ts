import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Files below assets/ carry a hash in their name; everything else is asked for again each time. */
const cacheControl = (key: string): string =>
  key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

export interface Site {
  region: string;
  bucket: string;
  /** Folder of the built pages. */
  folder: string;
}

/** Pages come after what they load, so that no visitor meets a page whose files are missing. */
const inOrder = (keys: string[]): string[] =>
  keys.toSorted((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')) || a.localeCompare(b));

/** Puts the built site into its bucket. Files of former releases stay for pages that are open. */
export const uploadSite = async ({ region, bucket, folder }: Site): Promise<void> => {
  const s3 = new S3Client({ region });
  const put = (key: string, body: Uint8Array | string): Promise<unknown> => {
    const type = TYPES[extname(key)];
    if (type === undefined) throw new TypeError(`The site has a file of an unknown type: ${key}`);
    return s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: type,
        CacheControl: cacheControl(key),
      }),
    );
  };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const keys = files.map((entry) =>
    relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
  );
  for (const key of inOrder(keys)) await put(key, readFileSync(join(folder, key)));
};
