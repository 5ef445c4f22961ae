import { HeadConflictError, NotFoundError } from '../errors.js';
import type { Backoff } from '../ports/backoff.js';
import type { Clock } from '../ports/clock.js';
import type { SealedLane } from '../ports/sealed-lane.js';
import type { SealedStore } from '../ports/sealed-store.js';
import type { SealedActor, SealedEvent, SealedHappening } from '../sealed/sealed-events.js';
import { applySealedEvent, type SealedFile } from '../sealed/sealed-file.js';
import { nextSealedEvent } from './seal-event.js';

export interface ChangeSealedDeps {
  clock: Clock;
  backoff: Backoff;
  lane: Pick<SealedLane, 'releaseId'>;
  store: Pick<SealedStore, 'load' | 'commit'>;
}

/** An officer of the restricted role, with the bodies whose files they may see. */
export interface Officer {
  userId: string;
  bodies: readonly string[];
}

const MOST_ATTEMPTS = 5;

/** Does one of these agencies belong to those accused, or stand below one? */
const isExcluded = ({ excluded }: Pick<SealedFile, 'excluded'>, agencyIds: readonly string[]): boolean =>
  agencyIds.some((id) => excluded.accused.includes(id) || excluded.below.includes(id));

export interface SeeDeps {
  clock: Clock;
  lane: Pick<SealedLane, 'standing'>;
}

/**
 * May an officer have a file at this instant? It is their body's, none of their bodies is excluded, and a release of this
 * minute has not put the body itself out of the question: the watch moves the file only later.
 */
export const maySee = async (
  { clock, lane }: SeeDeps,
  file: SealedFile,
  { bodies }: Pick<Officer, 'bodies'>,
): Promise<boolean> => {
  if (!bodies.includes(file.body.id) || isExcluded(file, bodies)) return false;
  const { kind, excluded } = await lane.standing(file, clock.now());
  return kind === 'stays' && !isExcluded({ excluded }, bodies);
};

/**
 * The file, for an officer who may have it at this instant.
 * @throws NotFoundError, the same for "none" and "not yours".
 */
export const fileOf = async (
  deps: SeeDeps & { store: Pick<SealedStore, 'load'> },
  fileId: string,
  officer: Officer,
): Promise<SealedFile> => {
  const file = await deps.store.load(fileId);
  if (file === null || !(await maySee(deps, file, officer))) throw new NotFoundError();
  return file;
};

export const actorOf = ({ userId }: Officer, { body }: SealedFile): SealedActor => ({
  kind: 'officer',
  userId,
  bodyId: body.id,
});

/** One event on a file, decided on the record as it is; reloaded when somebody was quicker. */
export const changeSealedFile = async (
  deps: ChangeSealedDeps,
  load: () => Promise<SealedFile>,
  decide: (
    file: SealedFile,
  ) => Promise<{ happening: SealedHappening; actor: SealedActor; mails: boolean } | null>,
): Promise<{ file: SealedFile; event: SealedEvent | null }> => {
  const release = await deps.lane.releaseId();
  for (let attempt = 1; ; attempt += 1) {
    const before = await load();
    const decided = await decide(before);
    if (decided === null) return { file: before, event: null };
    const by = { fileId: before.id, actor: decided.actor, release, now: deps.clock.now() };
    const event = nextSealedEvent(before, decided.happening, by);
    const after = applySealedEvent(before, event);
    try {
      await deps.store.commit({ before, event, after, mails: decided.mails });
      return { file: after, event };
    } catch (error) {
      if (!(error instanceof HeadConflictError) || attempt >= MOST_ATTEMPTS) throw error;
      await deps.backoff.wait(attempt);
    }
  }
};
