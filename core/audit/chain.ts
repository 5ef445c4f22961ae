import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 over RFC 8785 canonical JSON; raised when either changes, old events keep the one they name. */
export const HASH_ALG = 'sha256-jcs-1';

/** What the chain adds to an event. */
export interface Seal {
  alg: string;
  /** Hash of the event before it, or the petition's genesis hash. */
  prevHash: string;
  /** Hash of this event without the field `hash`. */
  hash: string;
}

/** What the chain needs to know of an event. */
export interface Numbered {
  petitionId: string;
  /** From 1, without gaps. */
  seq: number;
}

export type Sealed = Numbered & Seal;

const sha256OfJson = (value: object): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** `prevHash` of the first event: no two petitions share a beginning. */
export const genesisHash = (petitionId: string): string =>
  sha256OfJson({ alg: HASH_ALG, genesis: petitionId });

/** The hash that an event must carry: over all its fields but `hash`. */
export const hashOfEvent = (event: object): string => sha256OfJson({ ...event, hash: undefined });

/**
 * Seals an event into its chain. Only JSON counts: fields that are undefined are as good as absent, so the event may
 * pass through the table and comes back with the same hash.
 */
export const sealEvent = <E extends Numbered>(prevHash: string, event: E): E & Seal => {
  const content = { ...event, alg: HASH_ALG, prevHash };
  return { ...content, hash: sha256OfJson(content) };
};
