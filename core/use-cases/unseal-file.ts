import { TooManyRequestsError, ValidationError } from '../errors.js';
import type { SealedLane } from '../ports/sealed-lane.js';
import type { SealedStore } from '../ports/sealed-store.js';
import type { Denunciation, Unsealer } from '../ports/sealed-vault.js';
import type { UnsealReason } from '../sealed/sealed-events.js';
import type { SealedFile } from '../sealed/sealed-file.js';
import { plusMs } from '../time.js';
import {
  actorOf,
  changeSealedFile,
  fileOf,
  type ChangeSealedDeps,
  type Officer,
} from './change-sealed-file.js';

export interface UnsealDeps extends ChangeSealedDeps {
  lane: Pick<SealedLane, 'releaseId' | 'standing'>;
  store: Pick<SealedStore, 'load' | 'commit' | 'history'>;
  unsealer: Unsealer;
}

export interface UnsealAsk {
  fileId: string;
  reason: UnsealReason;
  documentNo: string | null;
}

/** Reading one file again and again is no ordinary work. */
const MOST_A_DAY = 20;
const DAY_MS = 86_400_000;

const checkOften = async ({ store, clock }: UnsealDeps, { id }: SealedFile): Promise<void> => {
  const since = plusMs(clock.now(), -DAY_MS);
  const recent = (await store.history(id)).filter(
    ({ type, at }) => type === 'IdentityUnsealed' && at > since,
  );
  if (recent.length >= MOST_A_DAY) throw new TooManyRequestsError();
};

/**
 * Opens a file for an officer of its body. The event is written first: whatever happens afterwards, nobody has read
 * without being on record; who asks again is on record again.
 * @throws NotFoundError, ValidationError, TooManyRequestsError; BrokenSealError when the ciphertext was exchanged.
 */
export const unsealFile = async (
  deps: UnsealDeps,
  officer: Officer,
  { fileId, reason, documentNo }: UnsealAsk,
): Promise<{ file: SealedFile; denunciation: Denunciation }> => {
  if (reason === 'ordered-in-writing' && documentNo === null)
    throw new ValidationError([{ pointer: '/documentNo', code: 'required' }]);
  const { file } = await changeSealedFile(
    deps,
    () => fileOf(deps, fileId, officer),
    async (before) => {
      // Asked again at each attempt: of those that come at once, each counts those that were written before it.
      await checkOften(deps, before);
      return {
        happening: { type: 'IdentityUnsealed', data: { reason, documentNo } },
        actor: actorOf(officer, before),
        mails: false,
      };
    },
  );
  return { file, denunciation: await deps.unsealer.open(fileId, file.sealedSha256) };
};
