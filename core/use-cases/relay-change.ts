import type { Clock } from '../ports/clock.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { Executions } from '../ports/executions.js';
import type { NoticeQueue, NoticeRef, NoticeStore } from '../ports/notices.js';
import type { Thread, ThreadStore } from '../ports/thread-store.js';
import { isUnseen } from './new-thread.js';
import { reviveThread } from './revive-thread.js';
import { wakeDuplicates } from './wake-duplicates.js';

export interface RelayDeps {
  clock: Clock;
  threads: ThreadStore;
  duplicates: DuplicateLinks;
  notices: NoticeStore;
  executions: Executions;
  queue: NoticeQueue;
}

/** A stream record that concerns the relay: keys only; the rest is read consistently, never from the image. */
export type StreamChange =
  { kind: 'event'; petitionId: string; seq: number } | { kind: 'notice'; ref: NoticeRef; sendAfter: string };

const relayToThread = async (deps: RelayDeps, thread: Thread): Promise<void> => {
  if (thread.wakeAt === null) return;
  // The first run only: a record that arrives late must not start what the reconciler has replaced.
  if (isUnseen(thread)) {
    await deps.executions.start(thread);
    return;
  }
  if (thread.wakeSeq <= thread.handledSeq || thread.token === null) return;
  if ((await deps.executions.answer(thread.token)) === 'answered') return;
  // The wait is over already (timed out, or answered by another record) or its execution died: the latter cannot wait.
  if ((await deps.executions.state(thread)) !== 'running') await reviveThread(deps, thread);
};

/** Each thread sees for itself whether the event concerns it: one that was not woken has handled all its wakes. */
const relayEvent = async (deps: RelayDeps, petitionId: string): Promise<void> => {
  const threads = await deps.threads.all(petitionId);
  if (threads.length === 0) throw new Error('an event without its thread');
  for (const thread of threads) await relayToThread(deps, thread);
  await wakeDuplicates(deps, petitionId);
};

/**
 * Turns one committed change into its consequences: starts the execution, wakes it, or queues a notice that is due.
 * May run twice, late, or out of order; what it misses, the reconciler finds.
 */
export const relayChange = async (deps: RelayDeps, change: StreamChange): Promise<void> => {
  if (change.kind === 'event') {
    await relayEvent(deps, change.petitionId);
    return;
  }
  if (change.sendAfter <= deps.clock.now()) await deps.queue.send(change.ref);
};
