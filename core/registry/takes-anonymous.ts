import { isValidOn, localDayOf, type Instant } from '../time.js';
import type { UnitNames } from './unit-names.js';

/**
 * May what happens in a unit be handed in without a name on that day? Former units count as their present province. An
 * offer only: the intake asks again with the place that it has found.
 */
export const takesAnonymousOf = (
  names: UnitNames,
  provinces: readonly string[],
  at: Instant,
): ((unitId: string) => boolean) => {
  const day = localDayOf(at);
  const taking = new Set(
    provinces.flatMap((id) => {
      const unit = names.unit(id);
      return unit !== undefined && isValidOn(unit, day) ? [names.partitionOf(id)] : [];
    }),
  );
  return (unitId) => taking.size > 0 && taking.has(names.partitionOf(unitId));
};
