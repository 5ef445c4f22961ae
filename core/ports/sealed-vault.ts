import type { SealedPerson } from './sealed-store.js';

/** Who denounces whom, and of what. Values are bounded by the intake schema. */
export interface Denunciation {
  description: string;
  denouncer: { name: string; phone: string | null; email: string | null; address: string };
  /** The unit or person complained about, in the denouncer's words. */
  accusedName: string;
  /** Time, place and evidence, where told. */
  evidence: string | null;
}

/** Can lock only. */
export interface Sealer {
  seal(fileId: string, denunciation: Denunciation): Promise<SealedPerson & { sha256: string }>;
}

/** Can open only. */
export interface Unsealer {
  /** @throws NotFoundError when there is nothing; BrokenSealError when it is not what was sealed. */
  open(fileId: string, sha256: string): Promise<Denunciation>;
}
