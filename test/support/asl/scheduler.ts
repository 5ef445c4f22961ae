import { plusMs, type Instant } from '../../../core/time.js';
import type { FakeClock } from '../fakes/fake-clock.js';

interface Job {
  atMs: number;
  order: number;
  run: () => Promise<void>;
}

/**
 * Virtual time. Jobs run one at a time, each to its end, by their instant and then in the order in which they were
 * planned; between two jobs the clock jumps.
 */
export class Scheduler {
  /** Called after every job. */
  afterEach: () => void = () => undefined;
  readonly #jobs: Job[] = [];
  #planned = 0;

  constructor(readonly clock: FakeClock) {}

  /** Plans a job `ms` milliseconds from now. */
  after(ms: number, run: () => Promise<void>): void {
    this.#planned += 1;
    const job = { atMs: Date.parse(this.clock.now()) + Math.round(ms), order: this.#planned, run };
    const place = this.#jobs.findLastIndex((other) => other.atMs <= job.atMs);
    this.#jobs.splice(place + 1, 0, job);
  }

  /** Runs everything planned up to `until` (inclusive) and leaves the clock there. */
  async runUntil(until: Instant): Promise<void> {
    await this.runUnless(() => false, until);
    this.clock.set(until);
  }

  /** Runs until `isDone`, asked between jobs, at most to `latest`; says whether it was done. */
  async runUnless(isDone: () => boolean, latest: Instant): Promise<boolean> {
    const latestMs = Date.parse(latest);
    while (!isDone()) {
      const job = this.#jobs[0];
      if (job === undefined || job.atMs > latestMs) return false;
      this.#jobs.shift();
      if (job.atMs > Date.parse(this.clock.now())) this.clock.set(new Date(job.atMs).toISOString());
      await job.run();
      this.afterEach();
    }
    return true;
  }

  /** Runs for a while. */
  async runFor(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    await this.runUntil(
      plusMs(this.clock.now(), (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000),
    );
  }
}
