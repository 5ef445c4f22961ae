/** Fresh identities. Random bytes come from a cryptographic source. */
export interface Ids {
  petitionId(): string;
  randomBytes(count: number): Uint8Array;
}
