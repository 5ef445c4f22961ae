/** Keyed digests. Keys come from a secret that the stack creates; each purpose has its own derived key. */
export interface Keyed {
  /** HMAC-SHA-256, hex. */
  mac(purpose: string, text: string): Promise<string>;
}
