import type { Backoff } from '../../../core/ports/backoff.js';

/** Does not wait; remembers that it was asked to. */
export class FakeBackoff implements Backoff {
  readonly attempts: number[] = [];

  wait(attempt: number): Promise<void> {
    this.attempts.push(attempt);
    return Promise.resolve();
  }
}
