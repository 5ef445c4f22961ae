import type { Clock } from '../../../core/ports/clock.js';
import { plusMs, type Instant } from '../../../core/time.js';

/** A clock that stands still until it is moved. A real second is `speed` legal seconds. */
export class FakeClock implements Clock {
  #now: Instant;

  constructor(
    now: Instant,
    private readonly speed = 1,
  ) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  inRealSeconds(seconds: number): Instant {
    return plusMs(this.#now, seconds * 1_000 * this.speed);
  }

  realSecondsUntil(at: Instant): number {
    return Math.max(0, (Date.parse(at) - Date.parse(this.#now)) / 1_000 / this.speed);
  }

  /** Jumps, also backwards. */
  set(at: Instant): void {
    this.#now = at;
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.#now = plusMs(this.#now, (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
  }
}
