import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../core/time.js';
import type { LegalClock } from './legal-clock.js';

/** What the local system still has before it, as seen in the table. */
export interface Outlook {
  /** The workflow or the post owes something now. */
  isBusy: boolean;
  /** The next legal instant at which something is due; undefined when nothing waits. */
  nextAt: Instant | undefined;
}

export interface JumpDeps {
  clock: LegalClock;
  /** Reads threads and notices that wait. */
  look(): Promise<Outlook>;
  /** Runs one pass of the reconciler. */
  reconcile(): Promise<void>;
  /** Called when all that was due at an instant is done, e.g. to read the inbox at that legal time. */
  settled(): Promise<void>;
}

const POLL_MS = 40;
/** Longer than the lease of a notice whose sender has died. */
const PATIENCE_MS = 150_000;

/** Waits until nothing is owed. Wakes what stands still, as the minute's reconciler would. */
export const settle = async (deps: JumpDeps): Promise<void> => {
  const giveUpAt = Date.now() + PATIENCE_MS;
  let quiet = 0;
  for (let polls = 1; quiet < 2; polls++) {
    const { isBusy } = await deps.look();
    quiet = isBusy ? 0 : quiet + 1;
    if (polls % 50 === 0) await deps.reconcile();
    if (Date.now() > giveUpAt) throw new Error('The system did not come to rest.');
    await sleep(POLL_MS);
  }
  await deps.settled();
};

/**
 * Moves legal time to `target`, stopping at every instant at which something is due, so that a jump over weeks gives the
 * same history as weeks of waiting.
 */
export const jumpTo = async (deps: JumpDeps, target: Instant): Promise<void> => {
  await settle(deps);
  for (;;) {
    const { nextAt } = await deps.look();
    const isLast = nextAt === undefined || nextAt > target;
    const to = isLast ? target : nextAt;
    if (to > deps.clock.now()) deps.clock.jumpTo(to);
    await deps.reconcile();
    await settle(deps);
    if (isLast) return;
  }
};
