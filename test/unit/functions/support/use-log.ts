import { afterEach, beforeEach } from 'vitest';
import { captureLog, type CapturedLog } from './captured-log.js';

/** What the functions write during each test of the describe, or of the file, in which this stands. */
export const useLog = (): Pick<CapturedLog, 'text' | 'entries'> => {
  const under = {} as { log: CapturedLog };
  beforeEach(() => {
    under.log = captureLog();
  });
  afterEach(() => {
    under.log.release();
  });
  return { text: () => under.log.text(), entries: () => under.log.entries() };
};
