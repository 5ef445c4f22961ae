import type { FileRef } from '../event-parts.js';
import type { SealedPerson } from './sealed-store.js';

/** A file that proves something: checked by content and stripped (core/files). */
export interface EvidenceFile {
  bytes: Uint8Array;
  /** Hex. */
  sha256: string;
  type: FileRef['type'];
}

/** Who denounces whom, and of what. Values are bounded by the intake schema. */
export interface Denunciation {
  description: string;
  denouncer: { name: string; phone: string | null; email: string | null; address: string };
  /** The unit or person complained about, in the denouncer's words. */
  accusedName: string;
  /** Time, place and evidence, where told. */
  evidence: string | null;
  /** At most three, 4 MB together. */
  files: readonly EvidenceFile[];
}

/** Can lock only. Files are kept before the person is: what no person names, nobody can open. */
export interface Sealer {
  seal(fileId: string, denunciation: Denunciation): Promise<SealedPerson & { sha256: string }>;
}

/** Can open only. */
export interface Unsealer {
  /** @throws NotFoundError when there is nothing; BrokenSealError when text or a file is not what was sealed. */
  open(fileId: string, sha256: string): Promise<Denunciation>;
}
