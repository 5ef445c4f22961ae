import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** The headers that CloudFront's policy sets on the site in AWS. */
export const SITE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/** Serves a file of the built site; false when there is none. Paths cannot leave the folder. */
export const serveFile = (folder: string, path: string, response: ServerResponse): boolean => {
  const relative = normalize(decodeURIComponent(path === '/' ? '/index.html' : path));
  const file = join(folder, relative);
  const type = TYPES[extname(file)];
  if (!file.startsWith(folder + sep) || type === undefined) return false;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return false;
  response.writeHead(200, { ...SITE_HEADERS, 'content-type': type, 'content-length': found.size });
  createReadStream(file).pipe(response);
  return true;
};
