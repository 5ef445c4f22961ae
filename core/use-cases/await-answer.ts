import type { Executions } from '../ports/executions.js';
import type { ThreadStore } from '../ports/thread-store.js';
import type { ThreadRun } from './take-next-step.js';

/**
 * Stores the token of a wait. When a commit came between Next step and here, nobody would answer this token any more:
 * then it answers itself, and the workflow looks again at once.
 * @throws StaleRunError when this run was superseded.
 */
export const awaitAnswer = async (
  deps: { threads: ThreadStore; executions: Executions },
  at: ThreadRun,
  wait: { waitNo: number; retry: number; token: string; wakeSeq: number },
): Promise<void> => {
  const thread = await deps.threads.storeToken(at, wait);
  if (thread.wakeSeq > wait.wakeSeq) await deps.executions.answer(wait.token);
};
