import type { Clock } from '../ports/clock.js';
import type { Executions } from '../ports/executions.js';
import type { NoticeQueue, NoticeStore } from '../ports/notices.js';
import type { Registers } from '../ports/registers.js';
import type { ThreadStore } from '../ports/thread-store.js';
import { reviveThread } from './revive-thread.js';

export interface ReconcileDeps {
  clock: Clock;
  registers: Pick<Registers, 'provinces'>;
  threads: ThreadStore;
  notices: NoticeStore;
  executions: Executions;
  queue: NoticeQueue;
}

export interface Reconciled {
  woken: number;
  replaced: number;
  queued: number;
  failed: number;
}

/** Bound of one pass and shard; what is left over is found a minute later. */
const BATCH = 100;
/** Provinces read at a time. */
const PARALLEL = 10;

const reconcileProvince = async (
  deps: ReconcileDeps,
  provinceId: string,
  done: Reconciled,
): Promise<void> => {
  const now = deps.clock.now();
  for (const ref of await deps.threads.due(provinceId, now, BATCH)) {
    // One petition that cannot be revived must not stop the others.
    try {
      const thread = await deps.threads.load(ref.petitionId, ref.thread);
      if (thread?.wakeAt == null || thread.wakeAt > now) continue;
      const outcome = await reviveThread(deps, thread);
      if (outcome !== 'left') done[outcome] += 1;
    } catch {
      done.failed += 1;
    }
  }
  for (const ref of await deps.notices.due(provinceId, now, BATCH)) {
    try {
      await deps.queue.send(ref);
      done.queued += 1;
    } catch {
      done.failed += 1;
    }
  }
};

/**
 * Each minute: wakes what should have moved and did not, replaces executions that died, queues notices that are due or
 * stuck. It is what survives a lost stream record, a crash, a restored backup, a restarted engine.
 */
export const reconcileThreads = async (deps: ReconcileDeps): Promise<Reconciled> => {
  const done: Reconciled = { woken: 0, replaced: 0, queued: 0, failed: 0 };
  const provinces = await deps.registers.provinces();
  for (let first = 0; first < provinces.length; first += PARALLEL)
    await Promise.all(
      provinces.slice(first, first + PARALLEL).map((provinceId) =>
        // A province that cannot be read now must not stop the others.
        reconcileProvince(deps, provinceId, done).catch(() => {
          done.failed += 1;
        }),
      ),
    );
  return done;
};
