import { genesisHash, sealEvent } from '../audit/chain.js';
import type { SealedActor, SealedEvent, SealedHappening } from '../sealed/sealed-events.js';
import type { SealedFile } from '../sealed/sealed-file.js';
import type { Instant } from '../time.js';

/** The next event of a file, numbered and chained. Time never runs backwards in a history. */
export const nextSealedEvent = (
  before: SealedFile | null,
  happening: SealedHappening,
  by: { fileId: string; actor: SealedActor; release: string; now: Instant },
): SealedEvent => {
  const event = {
    schema: 1 as const,
    petitionId: by.fileId,
    seq: (before?.head.seq ?? 0) + 1,
    at: before !== null && before.head.at > by.now ? before.head.at : by.now,
    actor: by.actor,
    release: by.release,
    ...happening,
  };
  return sealEvent(before?.head.hash ?? genesisHash(by.fileId), event);
};
