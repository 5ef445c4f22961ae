import { cspFor } from './csp.js';
import { STYLE } from './style.js';

/** Headers of every server-rendered page. Links are secrets: nothing is cached, no foreign site learns the address. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': cspFor(STYLE),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};
