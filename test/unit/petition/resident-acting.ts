import type { Happening } from '../../../core/events.js';
import type { Jurisdiction } from '../../../core/petition/jurisdiction.js';
import type { Petition } from '../../../core/petition/petition.js';
import { residentEvent, type ResidentAct } from '../../../core/petition/resident-acts.js';
import type { Instant } from '../../../core/time.js';
import { smallJurisdiction, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aPetition, aText, routed } from '../../support/builders/petition-builder.js';
import { promisedBy } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';

export const TIMETABLE = smallTimetable('thuong');
export const DUE = vn('2025-03-10', '17:00');
/** Wednesday. */
export const NOW = vn('2025-03-05', '09:00');
export const FRESH = vn('2025-03-12', '17:00');
export const UNTIL = vn('2025-03-17', '17:00');

/** The event of what the resident says. */
export const act = (
  petition: Petition,
  said: ResidentAct,
  { at = NOW, jurisdiction = smallJurisdiction() }: { at?: Instant; jurisdiction?: Jurisdiction } = {},
): Happening => residentEvent(petition, said, { jurisdiction, timetable: TIMETABLE, now: at });
export const atWard = (...more: Happening[]) =>
  aPetition(
    { data: { promised: promisedBy(DUE) } },
    routed({ holder: WARD, resolveBy: aDeadline(DUE) }),
    ...more,
  );
export const ANSWER: ResidentAct = { kind: 'answer', text: aText() };
export const WITHDRAW: ResidentAct = { kind: 'withdraw', text: null };
export const SATISFIED: ResidentAct = { kind: 'feedback', satisfied: true, rating: 5, text: null };
export const DISSATISFIED: Extract<ResidentAct, { kind: 'feedback' }> = {
  kind: 'feedback',
  satisfied: false,
  rating: 1,
  text: aText(),
};
