/** Ciphertexts that travel in the transaction of the event to which they belong. */
export interface SealedTexts {
  /** JWE compact of the per-petition document of this event; null when the event has no text. */
  document: string | null;
  /** Wrapped data key; only with the first event. */
  wrappedKey: string | null;
}

export interface Person {
  name: string;
  phone: string | null;
  /** Of the representatives: the one who is told and asked; absent where the desk did not say. */
  isContact?: true | undefined;
}

/** Everything about persons. Field names are closed; values are plain text, bounded by the intake schema. */
export interface ResidentFile {
  description: string;
  address: string | null;
  point: { lat: number; lon: number } | null;
  submitter: { kind: string; name: string; phone: string | null; email: string | null };
  /** For whom the submitter speaks, where it is not for themselves. */
  onBehalfOf?: Person | undefined;
  /** Who speaks for the others, where many hand it in together. */
  representatives?: Person[] | undefined;
  /** Why the desk entered it later than it was received. */
  receivedAtReason?: string | undefined;
}

/** Texts that belong to one event (answer, reason, note, who declared it). */
export type EventTexts = Record<string, string>;

/** The vault: seals texts under the petition's own data key; digests are salted inside. */
export interface Vault {
  /** New key, sealed file of the resident. */
  sealFirst(petitionId: string, file: ResidentFile): Promise<SealedTexts & { digest(text: string): string }>;
  /** Seals the texts of a later event under the existing key. */
  sealTexts(petitionId: string, seq: number, texts: EventTexts): Promise<SealedTexts>;
  /** Salted digest of a text, for the event's data. */
  digest(petitionId: string, text: string): Promise<string>;
  openFile(petitionId: string): Promise<ResidentFile>;
  openTexts(petitionId: string, seq: number): Promise<EventTexts>;
}
