import { NotFoundError, StaleRunError } from '../errors.js';
import { isEnded } from '../petition/transitions.js';
import { threadEvent, threadStep } from '../petition/thread-step.js';
import type { ThreadStore } from '../ports/thread-store.js';
import { changePetition, type ChangeDeps } from './change-petition.js';
import { tellSubmission } from './tell-submission.js';
import type { ThreadRun } from './take-next-step.js';

/** The steps that write; each is decided again from the record, so a repeated or late call does nothing twice. */
export type Action = 'Route' | 'Remind' | 'Escalate' | 'Reassign' | 'Resume' | 'Close' | 'Recount';

/**
 * Does the step that the workflow owes, if the record still asks for it.
 * @throws StaleRunError when this run was superseded.
 */
export const advancePetition = async (
  deps: ChangeDeps & { threads: ThreadStore },
  at: ThreadRun,
  action: Action,
): Promise<void> => {
  const { petition } = await changePetition(deps, at.petitionId, (context) => {
    const { petition } = context;
    if (threadStep(petition, at.thread, context).next !== action) return Promise.resolve(null);
    const happening = threadEvent(petition, at.thread, context);
    return Promise.resolve(
      happening === null
        ? null
        : { happening, actor: { kind: 'system' }, fence: { thread: at.thread, run: at.run } },
    );
  });
  if (isEnded(petition.status)) await tellSubmission(deps, petition);
  if (isEnded(petition.status)) await endThread(deps.threads, at);
};

/** A closed petition owes nothing: no more wake-ups. Done again by a repeated call, which finds the petition closed. */
const endThread = async (threads: ThreadStore, at: ThreadRun): Promise<void> => {
  const thread = await threads.load(at.petitionId, at.thread);
  if (thread === null) throw new NotFoundError();
  await threads.acknowledge(at, { handledSeq: thread.wakeSeq, waitNo: thread.waitNo, wakeAt: null });
};

/** Ends a long run: raises `run`; the reconciler starts the next execution within its minute. */
export const renewRun = async (
  deps: { threads: ThreadStore; clock: ChangeDeps['clock'] },
  at: ThreadRun,
): Promise<void> => {
  const thread = await deps.threads.load(at.petitionId, at.thread);
  if (thread === null) throw new NotFoundError();
  if (thread.run !== at.run) throw new StaleRunError();
  const now = deps.clock.now();
  await deps.threads.raiseRun(thread, { wakeAt: now, runStartedAt: now });
};
