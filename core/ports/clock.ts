import type { Instant } from '../time.js';

/** Legal time: receipts, deadlines, events. In production it is real time; locally it may start elsewhere, run faster and jump. */
export interface Clock {
  now(): Instant;
  /** The legal instant that will be reached in `seconds` real seconds: engine grace and leases among legal instants. */
  inRealSeconds(seconds: number): Instant;
  /** Real seconds until a legal instant; 0 when it has passed. */
  realSecondsUntil(at: Instant): number;
}
