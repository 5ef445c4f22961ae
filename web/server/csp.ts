import { createHash } from 'node:crypto';

/**
 * The policy of a server-rendered page: no script at all, the one style sheet by its hash, pictures and form posts from
 * and to our own origin only.
 */
export const cspFor = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
