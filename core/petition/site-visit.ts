import { addDays, isRealDay } from '../deadline/local-day.js';
import type { Happening } from '../events.js';
import { localDayOf, plusMs, startOfDay } from '../time.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';

/** How long a calendar keeps the time free: an assumption, said in the mail. */
const VISIT_MS = 2 * 3_600_000;
/** A visit further ahead is a slip of the year. */
const FURTHEST_DAYS = 90;
/** Moved so often, a visit is arranged by telephone. */
export const MAX_VISITS = 20;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

const startOf = ({ day, time }: DecisionInput['visit'], now: string): string => {
  const date = required(day, '/visitDay');
  if (!isRealDay(date)) fail('/visitDay', 'not-a-day');
  const [, hours, minutes] = TIME.exec(required(time, '/visitTime')) ?? fail('/visitTime', 'not-a-time');
  const startsAt = plusMs(startOfDay(date), (Number(hours) * 60 + Number(minutes)) * 60_000);
  if (startsAt <= now) fail('/visitDay', 'visit-past');
  if (date > addDays(localDayOf(now), FURTHEST_DAYS))
    fail('/visitDay', 'visit-too-far', { max: FURTHEST_DAYS });
  return startsAt;
};

/**
 * The lead calls the units to the place, or moves the visit it has called before. All of them get a mail with an entry for
 * their calendars; the entry of a moved visit replaces the one before.
 */
export const visitProposed = (petition: Held, input: DecisionInput, { now }: DecisionContext): Happening => {
  const sequence = petition.visit === null ? 0 : petition.visit.sequence + 1;
  if (sequence >= MAX_VISITS) fail('/decision', 'visits-used-up', { max: MAX_VISITS });
  const startsAt = startOf(input.visit, now);
  return {
    type: 'SiteVisitProposed',
    data: {
      taskNo: petition.task.no,
      text: required(input.text, '/text'),
      place: required(input.visit.place, '/visitPlace'),
      startsAt,
      endsAt: plusMs(startsAt, VISIT_MS),
      sequence,
    },
  };
};
