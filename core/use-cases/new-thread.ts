import type { Thread } from '../ports/thread-store.js';
import type { Instant } from '../time.js';

/** Engine fields of a thread whose first execution is still to be started: the engine owes it a step until `wakeAt`. */
export const newThread = (
  of: { petitionId: string; thread: string; provinceId: string },
  { startedAt, wakeAt }: { startedAt: Instant; wakeAt: Instant },
): Thread => ({
  ...of,
  run: 1,
  waitNo: 0,
  retry: 0,
  token: null,
  wakeSeq: 1,
  handledSeq: 0,
  wakeAt,
  ignoredWakes: 0,
  failures: 0,
  runStartedAt: startedAt,
});

/** No execution of this thread has looked at it: the first one may not have been started. */
export const isUnseen = ({ run, handledSeq, waitNo }: Thread): boolean =>
  run === 1 && handledSeq === 0 && waitNo === 0;
