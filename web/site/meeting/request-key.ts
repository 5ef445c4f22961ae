import canonicalize from 'canonicalize';
import { v4 } from 'uuid';
import type { MeetingBody } from '../api.js';

/**
 * The Idempotency-Key of a meeting: made from what is sent, so that the same meeting sent again, after a crash or from the
 * same spreadsheet the day after, is the same meeting and nothing is in the register twice.
 */
export const requestKey = async (body: MeetingBody): Promise<string> => {
  // Only a secure origin has SubtleCrypto; elsewhere each attempt is its own.
  if (!window.isSecureContext) return v4();
  const bytes = new TextEncoder().encode(canonicalize(body) ?? '');
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
