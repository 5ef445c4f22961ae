import type { Registry } from './registry.js';
import { ancestry } from './unit-name.js';
import type { Unit } from './unit.js';

/** A unit and what it became, as long as it went over whole: who closes an office names the units of the day. */
const heirs = (registry: Registry, unit: Unit): Unit[] => {
  const [edge, ...others] = registry.edgesFrom(unit.id);
  const next = edge?.extent === 'whole' && others.length === 0 ? registry.unit(edge.newId ?? '') : undefined;
  return next === undefined ? [unit] : [unit, ...heirs(registry, next)];
};

/** Ids of a place's unit in all its periods and of all units above them; empty for an unknown unit. */
export const lineOfPlace = (registry: Registry, unitId: string): string[] => {
  const unit = registry.unit(unitId);
  const periods = unit === undefined ? [] : heirs(registry, unit);
  return [...new Set(periods.flatMap((each) => ancestry(registry, each)).map(({ id }) => id))];
};
