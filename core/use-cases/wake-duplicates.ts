import { MAX_DUPLICATES } from '../petition/duplicates.js';
import { LEAD_THREAD } from '../petition/support.js';
import type { Clock } from '../ports/clock.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { Executions } from '../ports/executions.js';
import type { ThreadStore } from '../ports/thread-store.js';
import { ENGINE_GRACE_SECONDS } from './change-petition.js';

export interface WakeDuplicatesDeps {
  clock: Clock;
  duplicates: DuplicateLinks;
  threads: Pick<ThreadStore, 'load' | 'wake'>;
  executions: Pick<Executions, 'answer'>;
}

/** A thread that moves while it is asked is asked again, so often; after that its own look each working day is left. */
const ATTEMPTS = 4;

const wakeOne = async (deps: WakeDuplicatesDeps, id: string): Promise<void> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const thread = await deps.threads.load(id, LEAD_THREAD);
    if (thread?.wakeAt == null) return;
    // Also one that is awake: it may have read the main petition before the change, and would sleep on it.
    if (!(await deps.threads.wake(thread, deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS)))) continue;
    if (thread.token !== null) await deps.executions.answer(thread.token);
    return;
  }
};

/**
 * Asks those that follow a petition to look at it: something has happened to it. They see for themselves whether it
 * concerns them, so this may run twice, late, or for nothing. One that cannot be answered is found by the reconciler.
 */
export const wakeDuplicates = async (deps: WakeDuplicatesDeps, mainId: string): Promise<void> => {
  for (const id of await deps.duplicates.linkedTo(mainId, MAX_DUPLICATES)) await wakeOne(deps, id);
};
