import type { Instant } from '../time.js';

/** Engine fields of a handling thread, outside events and fold. */
export interface Thread {
  petitionId: string;
  thread: string;
  provinceId: string;
  /** Raised to fence off a superseded execution. */
  run: number;
  /** Counts the waits of this run; with `retry` orders the attempts of Await. */
  waitNo: number;
  retry: number;
  token: string | null;
  /** Raised by every commit that the workflow must look at. */
  wakeSeq: number;
  /** The last wakeSeq that Next step has seen: the acknowledgement. */
  handledSeq: number;
  /** Legal instant at which somebody must look; null when the thread is done. */
  wakeAt: Instant | null;
  /** Wakes by the reconciler that the execution did not answer. */
  ignoredWakes: number;
  /** Why the last task failed after its retries, and how often in a row: sets the back-off. */
  failures: number;
  /** Start of this run: long runs are renewed. */
  runStartedAt: Instant;
}

/** A thread whose wake-up has passed, as the index shows it. */
export interface DueThread {
  petitionId: string;
  thread: string;
  wakeAt: Instant;
}

/** Engine fields. Every write is conditional on `run`; @throws StaleRunError. */
export interface ThreadStore {
  load(petitionId: string, thread: string): Promise<Thread | null>;
  /** All threads of a petition, the lead and its supporters. Consistent. */
  all(petitionId: string): Promise<Thread[]>;
  /** Next step's acknowledgement: handledSeq, the next wake-up, waitNo + 1, failures and ignored wakes reset. */
  acknowledge(
    at: { petitionId: string; thread: string; run: number },
    change: { handledSeq: number; waitNo: number; wakeAt: Instant | null },
  ): Promise<void>;
  /** Stores a token if (waitNo, retry) is higher than the stored one; returns the thread as it stands after. */
  storeToken(
    at: { petitionId: string; thread: string; run: number },
    wait: { waitNo: number; retry: number; token: string },
  ): Promise<Thread>;
  /** Moves the wake-up after a wake by the reconciler, if nobody else has (optimistic on wakeAt). */
  postpone(thread: Thread, wakeAt: Instant): Promise<boolean>;
  /** Fences off the present run and begins the next; false when another did it first. */
  raiseRun(thread: Thread, next: { wakeAt: Instant; runStartedAt: Instant }): Promise<boolean>;
  /** Counts a failed task; returns the number in a row. */
  recordFailure(at: { petitionId: string; thread: string; run: number }, wakeAt: Instant): Promise<number>;
  /**
   * Asks the workflow to look, as a commit would, if the thread still sleeps as it did when it was loaded: raises `wakeSeq`,
   * and the engine owes a step until `graceUntil`.
   */
  wake(thread: Thread, graceUntil: Instant): Promise<boolean>;
  /**
   * Threads of a province whose wake-up has passed, earliest first; `after` goes on behind an entry, also when that has
   * left the index since. Fewer than `limit`: nothing follows. Index read.
   */
  due(provinceId: string, now: Instant, page: { limit: number; after?: DueThread }): Promise<DueThread[]>;
}
