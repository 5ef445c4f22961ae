import canonicalize from 'canonicalize';
import type { HistoryEvent } from '../api.js';

/** What can be said of a history from its events alone. */
export interface Verdict {
  /** Numbered from 1 without gaps, each naming the hash of the one before it. */
  isChained: boolean;
  /** Events whose content gives the hash that they carry; null where this browser cannot compute it. */
  matching: number | null;
}

const ALG = 'sha256-jcs-1';

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** As the chain seals it: SHA-256 over the canonical JSON of everything but the hash. */
const hashOf = async (event: HistoryEvent): Promise<string> => {
  const text = canonicalize({ ...event, hash: undefined }) ?? '';
  return hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
};

const isChained = (events: readonly HistoryEvent[]): boolean =>
  events.every(({ seq, prevHash }, i) => seq === i + 1 && (i === 0 || prevHash === events[i - 1]?.hash));

/** Computes the chain anew in the reader's own browser, so that the answer needs no trust in the server's. */
export const verifyHistory = async (events: readonly HistoryEvent[]): Promise<Verdict> => {
  // Only a secure origin has SubtleCrypto, and only whole events can be computed again.
  const canCompute =
    window.isSecureContext && events.every((event) => event.alg === ALG && event.petitionId !== undefined);
  if (!canCompute) return { isChained: isChained(events), matching: null };
  const hashes = await Promise.all(events.map(hashOf));
  return {
    isChained: isChained(events),
    matching: hashes.filter((hash, i) => hash === events[i]?.hash).length,
  };
};
