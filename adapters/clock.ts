import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Clock } from '../core/ports/clock.js';
import type { Instant } from '../core/time.js';

/** Legal time is real time. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  inRealSeconds: (seconds) => new Date(Date.now() + seconds * 1_000).toISOString(),
  realSecondsUntil: (at) => Math.max(0, (Date.parse(at) - Date.now()) / 1_000),
};

/** From `realAt` on, legal time runs from `legalAt`, `speed` times as fast as real time. */
export const ClockAnchorSchema = z.strictObject({
  legalAt: z.iso.datetime({ precision: 3 }),
  realAt: z.iso.datetime({ precision: 3 }),
  speed: z.number().positive().max(1_000_000),
});
export type ClockAnchor = z.infer<typeof ClockAnchorSchema>;

/** The legal time that an anchor gives at a real time in milliseconds. */
export const legalTimeAt = (anchor: ClockAnchor, realMs: number): Instant =>
  new Date(Date.parse(anchor.legalAt) + (realMs - Date.parse(anchor.realAt)) * anchor.speed).toISOString();

/**
 * Legal time of the local stage: starts elsewhere, runs at another speed, jumps. The file is read by each call, so that a
 * jump is seen at once by all functions; whoever writes it must replace it in one step (rename).
 */
export class AnchoredClock implements Clock {
  constructor(
    private readonly file: string,
    private readonly realNowMs: () => number = Date.now,
  ) {}

  now(): Instant {
    return legalTimeAt(this.#anchor(), this.realNowMs());
  }

  inRealSeconds(seconds: number): Instant {
    return legalTimeAt(this.#anchor(), this.realNowMs() + seconds * 1_000);
  }

  realSecondsUntil(at: Instant): number {
    const anchor = this.#anchor();
    const legalMs = Date.parse(at) - Date.parse(legalTimeAt(anchor, this.realNowMs()));
    return Math.max(0, legalMs / anchor.speed / 1_000);
  }

  #anchor(): ClockAnchor {
    return ClockAnchorSchema.parse(JSON.parse(readFileSync(this.file, 'utf8')));
  }
}

/** The clock of a function: anchored where the environment names a file (local stage only), else the system's. */
export const createClock = (env: { LEGAL_CLOCK_FILE?: string | undefined }): Clock =>
  env.LEGAL_CLOCK_FILE === undefined ? systemClock : new AnchoredClock(env.LEGAL_CLOCK_FILE);
