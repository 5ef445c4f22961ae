import { DomainError } from '../../core/errors.js';

export interface DescribedError {
  name: string;
  code?: string;
  detail?: string;
  /** Where it was thrown; the message is left out. */
  frames: string[];
  cause?: DescribedError;
}

const MOST_FRAMES = 12;
const DEEPEST_CAUSE = 3;

/**
 * What a log may say of an error. Messages of foreign errors are left out, because they repeat data: a JSON parser
 * quotes its input, a mail service the address.
 */
export const describeError = (error: unknown, depth = 0): DescribedError => {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return {
    name: error.name,
    ...(error instanceof DomainError ? { code: error.code, detail: error.detail } : {}),
    frames: lines.filter((line) => line.startsWith('at ')).slice(0, MOST_FRAMES),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
};
