import { createWorkingCalendar } from '../../deadline/calendar.js';
import type { Closure } from '../../deadline/closure.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry } from '../registry.js';
import { error, warning, type Finding } from './finding.js';

const FILE = 'closures.json';

const unitFaults = ({ id, units }: Closure, isKnown: (unit: string) => boolean): Finding[] =>
  units
    .filter((unit) => !isKnown(unit))
    .map((unit) => error(FILE, id, { what: `unknown unit ${unit}`, mend: 'use ids of units.json' }));

const dayFaults = ({ id, days }: Closure, isOff: (day: string) => boolean): Finding[] =>
  days.filter(isOff).map((day) =>
    warning(FILE, id, {
      what: `${day} is not worked anyway`,
      mend: 'look whether another day was meant',
    }),
  );

/** Closures of places that exist, on days that would have been worked. */
export const validateClosures = (parts: RegistryParts): Finding[] => {
  const registry = buildRegistry(parts);
  const calendar = createWorkingCalendar(parts.calendars);
  return parts.closures.flatMap((closure) => [
    ...unitFaults(closure, (unit) => registry.unit(unit) !== undefined),
    ...dayFaults(closure, (day) => !calendar.isWorkingDay(day)),
  ]);
};
