import { NotFoundError } from '../errors.js';
import type { SealedLane, StandingAnswer } from '../ports/sealed-lane.js';
import type { SealedStore, StoredFile } from '../ports/sealed-store.js';
import type { Excluded, SealedHappening } from '../sealed/sealed-events.js';
import { isSealedLate, missedTerm, type SealedFile } from '../sealed/sealed-file.js';
import { changeSealedFile, type ChangeSealedDeps } from './change-sealed-file.js';
import { postSealed, type PostSealedDeps, type UnreachedBody } from './post-sealed.js';

export interface WatchSealedDeps extends ChangeSealedDeps, PostSealedDeps {
  lane: Pick<SealedLane, 'releaseId' | 'standing'>;
  store: Pick<SealedStore, 'load' | 'commit' | 'open' | 'claimPost' | 'settlePost'>;
}

export interface Watched {
  open: number;
  /** Past their next date. */
  late: number;
  mailed: number;
  /** Nobody at the body takes mail, or two attempts may both have failed; tried again soon, then daily. */
  unreached: number;
  moved: number;
  /** Bodies that may not keep it with nobody found who follows. */
  orphaned: number;
  failed: number;
  /** Records that cannot be read. */
  unreadable: number;
}

/** What a pass has to tell somebody: ids, no person. */
export interface WatchReport {
  failed(fileId: string, error: unknown): void;
  unreadable(fileId: string): void;
  unreached(about: UnreachedBody): void;
  orphaned(about: { fileId: string; bodyId: string; why: Leaving['why'] }): void;
}

const PAGE = 100;

type Leaving = Extract<StandingAnswer, { kind: 'leaves' }>;

const hasGrown = (before: Excluded, after: Excluded): boolean =>
  after.accused.length > before.accused.length || after.below.length > before.below.length;

const reload = async ({ store }: WatchSealedDeps, { id }: SealedFile): Promise<SealedFile> => {
  const loaded = await store.load(id);
  if (loaded === null) throw new NotFoundError();
  return loaded;
};

/** One event of the watch, as long as the file is open and its body the one it was decided for. False: nothing was written. */
const record = async (
  deps: WatchSealedDeps,
  file: SealedFile,
  { happening, mails }: { happening: SealedHappening; mails: boolean },
): Promise<boolean> => {
  const load = (): Promise<SealedFile> => reload(deps, file);
  const { event } = await changeSealedFile(deps, load, (before) => {
    const isOver = before.status === 'CLOSED' || before.body.id !== file.body.id;
    return Promise.resolve(isOver ? null : { happening, mails, actor: { kind: 'system' } });
  });
  return event !== null;
};

/** A date that went by is in the history for good, once; whatever was done in the meantime counts. */
const noteMissed = async (deps: WatchSealedDeps, file: SealedFile): Promise<void> => {
  if (missedTerm(file, deps.clock.now()) === null) return;
  await changeSealedFile(
    deps,
    () => reload(deps, file),
    (before) => {
      const term = missedTerm(before, deps.clock.now());
      if (term === null) return Promise.resolve(null);
      const happening = { type: 'DateMissed' as const, data: { term } };
      return Promise.resolve({ happening, mails: false, actor: { kind: 'system' } });
    },
  );
};

/** From now on nobody who is excluded can open it, whether or not the body keeps it. */
const noteExcluded = async (deps: WatchSealedDeps, file: SealedFile, excluded: Excluded): Promise<void> => {
  if (!hasGrown(file.excluded, excluded)) return;
  await record(deps, file, { happening: { type: 'ExclusionsGrew', data: { excluded } }, mails: false });
};

/** Moves a file whose body may not keep it. Null: somebody was quicker, and it was closed or has moved already. */
const moveOn = async (
  deps: WatchSealedDeps,
  file: SealedFile,
  { found, why, excluded }: Leaving,
): Promise<'moved' | 'orphaned' | null> => {
  if (found === null) {
    // A body that may not see it, with nobody to follow: it does not see it.
    await noteExcluded(deps, file, excluded);
    return 'orphaned';
  }
  const data = { ...found, why, excluded };
  const isMoved = await record(deps, file, { happening: { type: 'BodyChanged', data }, mails: true });
  return isMoved ? 'moved' : null;
};

const watchOne = async (
  deps: WatchSealedDeps,
  stored: StoredFile,
  { watched, report }: { watched: Watched; report: WatchReport },
): Promise<void> => {
  const { file } = stored;
  watched.open += 1;
  if (isSealedLate(file, deps.clock.now())) watched.late += 1;
  await noteMissed(deps, file);
  const standing = await deps.lane.standing(file, deps.clock.now());
  if (standing.kind === 'leaves') {
    const left = await moveOn(deps, file, standing);
    if (left !== null) watched[left] += 1;
    if (left === 'orphaned') report.orphaned({ fileId: file.id, bodyId: file.body.id, why: standing.why });
    return;
  }
  await noteExcluded(deps, file, standing.excluded);
  const outcome = await postSealed(deps, stored, (about) => {
    report.unreached(about);
  });
  if (outcome !== null) watched[outcome] += 1;
};

/**
 * Each minute: tells bodies of files that they were given, moves the files of bodies that have ended, and counts what is
 * past its date. A file that fails stops no other.
 */
export const watchSealed = async (deps: WatchSealedDeps, report: WatchReport): Promise<Watched> => {
  const watched: Watched = {
    ...{ open: 0, late: 0, mailed: 0, unreached: 0, moved: 0, orphaned: 0, failed: 0, unreadable: 0 },
  };
  let after: string | undefined;
  do {
    const page = await deps.store.open({ limit: PAGE, ...(after !== undefined && { after }) });
    for (const stored of page.items)
      try {
        await watchOne(deps, stored, { watched, report });
      } catch (error) {
        watched.failed += 1;
        report.failed(stored.file.id, error);
      }
    watched.unreadable += page.unreadable.length;
    for (const fileId of page.unreadable) report.unreadable(fileId);
    after = page.next;
  } while (after !== undefined);
  return watched;
};
