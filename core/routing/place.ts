import { agencyOn, type Agency } from '../registry/agency-on.js';
import type { Registry } from '../registry/registry.js';
import { ancestry } from '../registry/unit-name.js';
import type { Unit } from '../registry/unit.js';
import type { LocalDay } from '../time.js';

/** A point on the ground, WGS 84 degrees. */
export interface Point {
  lat: number;
  lon: number;
}

/** Where something is on a day, with what placeholders of rules mean there. */
export interface Site {
  day: LocalDay;
  /** Null only in an island district that had no communes before 2025-07-01. */
  ward: Unit | null;
  district: Unit | null;
  province: Unit;
}

/** @throws RangeError when the unit has no province, which the validator excludes. */
export const siteOf = (registry: Registry, unit: Unit, day: LocalDay): Site => {
  const line = ancestry(registry, unit);
  const find = (level: Unit['level']) => line.find((each) => each.level === level) ?? null;
  const province = find('province');
  if (province === null) throw new RangeError(`unit without a province: ${unit.id}`);
  return { day, ward: find('ward'), district: find('district'), province };
};

/** `chu-tich-tinh/{province}` and the like: bodies that exist once per province. */
export const provincialBody = (
  registry: Registry,
  pattern: string,
  site: Pick<Site, 'province' | 'day'>,
): Agency => {
  const agency = agencyOn(registry, pattern.replace('{province}', site.province.id), site.day);
  if (agency === null) throw new RangeError(`no ${pattern} for ${site.province.id} on ${site.day}`);
  return agency;
};
