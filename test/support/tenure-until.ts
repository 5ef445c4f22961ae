import type { Jurisdiction } from '../../core/petition/jurisdiction.js';
import type { Instant } from '../../core/time.js';

/** A registry of which only one thing is asked: holders stay until `until`; null: no end is known. */
export const tenureUntil = (until: Instant | null): Pick<Jurisdiction, 'tenureEnd'> => ({
  tenureEnd: () => (until === null ? null : { at: until, because: 'holder-abolished' }),
});
