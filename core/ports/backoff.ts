/** Waits between retries of a command; the adapter adds jitter. */
export interface Backoff {
  wait(attempt: number): Promise<void>;
}
