import { setTimeout as sleep } from 'node:timers/promises';
import type { Backoff } from '../core/ports/backoff.js';

const FIRST_MS = 20;
const LONGEST_MS = 500;

/** Longest wait before the next attempt: doubles from 20 ms, at most half a second. */
export const longestWaitMs = (attempt: number): number => Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);

/** Full jitter: writers that met once do not meet again. */
export const jitteredBackoff: Backoff = {
  wait: (attempt) => sleep(Math.random() * longestWaitMs(attempt)),
};
