import { NotFoundError } from '../errors.js';
import { inGroups } from '../in-groups.js';
import { threadStep } from '../petition/thread-step.js';
import type { Clock } from '../ports/clock.js';
import type { Executions } from '../ports/executions.js';
import type { PetitionStore } from '../ports/petition-store.js';
import { RELEASE_AGE_SECONDS, type Registers } from '../ports/registers.js';
import type { ReleaseWalk, ReleaseWalkStore, WalkedProvince } from '../ports/release-walks.js';
import type { DueThread, Thread, ThreadStore } from '../ports/thread-store.js';
import { contextOf, ENGINE_GRACE_SECONDS } from './change-petition.js';
import { nameFailure, type Failure } from './failures.js';

export interface ApplyReleaseDeps {
  clock: Clock;
  registers: Registers;
  store: Pick<PetitionStore, 'load'>;
  threads: Pick<ThreadStore, 'load' | 'wake' | 'due'>;
  executions: Pick<Executions, 'answer'>;
  walks: ReleaseWalkStore;
}

export interface AppliedRelease {
  /** Threads that slept too long by the new release and were woken. */
  woken: number;
  /** Threads that could not be looked at; their provinces are walked again. */
  failed: number;
  /** Provinces that are not done. */
  left: number;
  /** The first of those that failed. */
  unseen: Failure[];
}

/** Functions that have read the pointer just before it moved go on for its age, and the longest of them runs 30 s more. */
const SETTLING_SECONDS = RELEASE_AGE_SECONDS + 60;
/** Every wake-up has passed by then. */
const FOREVER = '9999-12-31T23:59:59.999Z';
/** Threads of one index read. */
const PAGE = 100;
/** Threads of one province and pass: 10,000 open petitions take ten minutes. */
const MOST = 1_000;
/** Threads, and provinces, looked at together. */
const PARALLEL = 10;

const nothing = (left: number): AppliedRelease => ({ woken: 0, failed: 0, left, unseen: [] });

const fail = (done: AppliedRelease, what: string, error: unknown): void => {
  done.failed += 1;
  nameFailure(done.unseen, what, error);
};

/** Whoever is about to look decides by the new release anyway. */
const isLookedAtSoon = ({ clock }: ApplyReleaseDeps, { wakeAt, wakeSeq, handledSeq }: Thread): boolean =>
  wakeAt === null || wakeAt <= clock.inRealSeconds(ENGINE_GRACE_SECONDS) || wakeSeq > handledSeq;

/** Wakes a thread that would sleep past what the registry of today asks of it. */
const touch = async (deps: ApplyReleaseDeps, open: DueThread): Promise<boolean> => {
  const [thread, petition] = await Promise.all([
    deps.threads.load(open.petitionId, open.thread),
    deps.store.load(open.petitionId),
  ]);
  if (thread === null || petition === null) throw new NotFoundError();
  if (isLookedAtSoon(deps, thread)) return false;
  const step = threadStep(petition, open.thread, await contextOf(deps, petition));
  if ('wakeAt' in step && step.wakeAt >= (thread.wakeAt ?? '')) return false;
  if (!(await deps.threads.wake(thread, deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS)))) return false;
  // Where nobody waits for this token any more, the reconciler finds the thread after its grace.
  if (thread.token !== null) await deps.executions.answer(thread.token);
  return true;
};

/** Goes on in one province; null when it is done. A thread that fails must not hide those behind it. */
const walkProvince = async (
  deps: ApplyReleaseDeps,
  { provinceId, from, done }: { provinceId: string; from: WalkedProvince; done: AppliedRelease },
): Promise<WalkedProvince | null> => {
  let { after, failed } = from;
  for (let seen = 0; seen < MOST; seen += PAGE) {
    const page = await deps.threads.due(provinceId, FOREVER, {
      limit: PAGE,
      ...(after !== null && { after }),
    });
    await inGroups(page, PARALLEL, async (open) => {
      try {
        if (await touch(deps, open)) done.woken += 1;
      } catch (error) {
        failed += 1;
        fail(done, `${open.petitionId} ${open.thread}`, error);
      }
    });
    after = page.at(-1) ?? after;
    if (page.length < PAGE) return failed === 0 ? null : { after: null, failed: 0 };
  }
  return { after, failed };
};

const walk = async (deps: ApplyReleaseDeps, before: ReleaseWalk, done: AppliedRelease): Promise<void> => {
  const left = new Map(Object.entries(before.left));
  await inGroups(Object.entries(before.left), PARALLEL, async ([provinceId, from]) => {
    // A province that cannot be read now is left as it was.
    const now = await walkProvince(deps, { provinceId, from, done }).catch((error: unknown) => {
      fail(done, provinceId, error);
      return from;
    });
    if (now === null) left.delete(provinceId);
    else left.set(provinceId, now);
  });
  done.left = left.size;
  const { release, beginsAt } = before;
  await deps.walks.save({ release, beginsAt, left: Object.fromEntries(left) }, before);
};

/** A release has come into force (or the one before it again): every province is to be walked. */
const begin = async (
  deps: ApplyReleaseDeps,
  release: string,
  before: ReleaseWalk | null,
): Promise<AppliedRelease> => {
  const provinces = await deps.registers.provinces();
  const left = Object.fromEntries(provinces.map((id) => [id, { after: null, failed: 0 }]));
  await deps.walks.save({ release, beginsAt: deps.clock.inRealSeconds(SETTLING_SECONDS), left }, before);
  return nothing(provinces.length);
};

/**
 * Each minute: when another registry release is in force than the last one that was applied, looks at every open thread
 * once, in bounded pages, and wakes those whose next wake-up comes earlier by it. What happens then is the workflow's to
 * decide, at that instant. Safe to repeat, to break off and to run twice at once.
 */
export const applyRelease = async (deps: ApplyReleaseDeps): Promise<AppliedRelease> => {
  const [release, before] = await Promise.all([deps.registers.releaseId(), deps.walks.load()]);
  if (before?.release !== release) return begin(deps, release, before);
  const done = nothing(Object.keys(before.left).length);
  if (done.left > 0 && before.beginsAt <= deps.clock.now()) await walk(deps, before, done);
  return done;
};
