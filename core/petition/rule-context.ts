import type { Instant } from '../time.js';
import type { Jurisdiction } from './jurisdiction.js';
import type { Petition } from './petition.js';
import type { Timetable } from './timetable.js';

/** What decides with the record: today's registry, the terms of the petition's class, and the hour. */
export interface RuleContext {
  jurisdiction: Jurisdiction;
  timetable: Timetable;
  now: Instant;
  /** The petition that this one follows; absent while it follows none. */
  main?: Petition | null;
}

/** As much of it as the next step asks. */
export type StepContext = Omit<RuleContext, 'jurisdiction'> & {
  jurisdiction: Pick<Jurisdiction, 'tenureEnd'>;
};
