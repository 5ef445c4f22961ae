import type { Clock } from '../ports/clock.js';
import type { Executions } from '../ports/executions.js';
import type { Thread, ThreadStore } from '../ports/thread-store.js';
import { ENGINE_GRACE_SECONDS } from './change-petition.js';

export interface ReviveDeps {
  clock: Clock;
  threads: ThreadStore;
  executions: Executions;
}

/** An execution may ignore this many wakes before it is replaced. */
const PATIENCE = 2;

const replace = async (deps: ReviveDeps, thread: Thread): Promise<void> => {
  const next = { wakeAt: deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS), runStartedAt: deps.clock.now() };
  if (!(await deps.threads.raiseRun(thread, next))) return;
  // First what makes the petition move; the old run is fenced off already and ends by itself if it cannot be stopped.
  await deps.executions.start({ ...thread, run: thread.run + 1 });
  await deps.executions.stop(thread);
};

/**
 * Makes a thread move again whose wake-up has passed: first by answering its token; only if its execution is not
 * running, or has ignored two wakes, by fencing it off and starting the next run. Safe to repeat and to race.
 */
export const reviveThread = async (
  deps: ReviveDeps,
  thread: Thread,
): Promise<'woken' | 'replaced' | 'left'> => {
  if (thread.wakeAt === null) return 'left';
  const isPatient = thread.ignoredWakes < PATIENCE;
  const isRunning = (await deps.executions.state(thread)) === 'running';
  if (!isRunning || !isPatient) {
    await replace(deps, thread);
    return 'replaced';
  }
  if (!(await deps.threads.postpone(thread, deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS)))) return 'left';
  if (thread.token !== null) await deps.executions.answer(thread.token);
  return 'woken';
};
