import { ValidationError } from '../../core/errors.js';
import type { Instant } from '../../core/time.js';

/** What will be true later is not told: a petition that runs would look late. @throws ValidationError */
export const refuseFuture = (at: Instant | undefined, now: Instant): void => {
  if (at !== undefined && at > now) throw new ValidationError([{ pointer: '/at', code: 'in-future' }]);
};
