import { isValidOn, type LocalDay } from '../time.js';
import type { AgencyVersion } from './agency.js';
import { parseArea, type Area } from './area.js';
import type { Registry } from './registry.js';
import { ancestry, displayName } from './unit-name.js';
import type { Unit } from './unit.js';
import { earlierEnd } from './validity.js';

/** One body on one day. `unit` is its territory or the seat of a shared body; null where neither is a unit. */
export interface Agency {
  id: string;
  name: string;
  unit: Unit | null;
  version: AgencyVersion;
}

/** `ubnd-xa/w:26773@0` -> pattern `ubnd-xa`, key `w:26773@0`; a body that exists once has no key. */
export const splitAgencyId = (id: string): { baseId: string; key: string | null } => {
  const slash = id.indexOf('/');
  return slash < 0 ? { baseId: id, key: null } : { baseId: id.slice(0, slash), key: id.slice(slash + 1) };
};

const provinceOf = (registry: Registry, unit: Unit): Unit | undefined => ancestry(registry, unit).at(-1);

const fitsEach = (registry: Registry, area: Extract<Area, { kind: 'each' }>, unit: Unit): boolean =>
  unit.level === area.level &&
  (area.unitKinds === null || area.unitKinds.includes(unit.kind)) &&
  (area.within === null || provinceOf(registry, unit)?.id === area.within);

type Seat = { unit: Unit | null; zone: string | null } | null;

const seatOfShared = (registry: Registry, baseId: string, key: string): Seat => {
  const zone = registry.zoneName(baseId, key);
  if (zone !== undefined) return { unit: null, zone };
  return registry.hosts(baseId).includes(key) ? { unit: registry.unit(key) ?? null, zone: null } : null;
};

interface Ask {
  key: string | null;
  day: LocalDay;
}

const seatInUnit = (registry: Registry, area: Extract<Area, { kind: 'unit' | 'each' }>, ask: Ask): Seat => {
  if (area.kind === 'unit' && ask.key !== null) return null;
  const unit = registry.unit(area.kind === 'unit' ? area.unitId : (ask.key ?? ''));
  if (unit === undefined || !isValidOn(unit, ask.day)) return null;
  return area.kind === 'unit' || fitsEach(registry, area, unit) ? { unit, zone: null } : null;
};

/** Where the body with this key sits; null when the pattern has no such body on that day. */
const seatOf = (registry: Registry, version: AgencyVersion, ask: Ask): Seat => {
  const area = parseArea(version.areaUnitPattern);
  if (area === null || area.kind === 'khu-pho') return null;
  if (area.kind === 'prose') return ask.key === null ? { unit: null, zone: null } : null;
  if (area.kind === 'zones' || area.kind === 'hosts')
    return ask.key === null ? null : seatOfShared(registry, version.id, ask.key);
  return seatInUnit(registry, area, ask);
};

/** Order of the words in `{a|b|c|d}`. */
const CHOICE_BY_KIND: Record<string, number> = { Huyện: 1, 'Thị xã': 2, 'Thành phố thuộc tỉnh': 3 };

const chosenWord = (words: readonly string[], unit: Unit | null): string => {
  const last = words.length - 1;
  const index = unit?.kind === 'Thành phố' ? last : (CHOICE_BY_KIND[unit?.kind ?? ''] ?? 0);
  return words[Math.min(index, last)] ?? '';
};

const nameOf = (registry: Registry, version: AgencyVersion, seat: NonNullable<Seat>): string => {
  const unitName = seat.unit === null ? '' : displayName(seat.unit, registry.displayPrefix);
  const isPattern = version.areaUnitPattern.startsWith('each:');
  return version.name
    .replace(/\{([^{}]*\|[^{}]*)\}/g, (_, words: string) => chosenWord(words.split('|'), seat.unit))
    .replace(/\{(unit|host)\}/g, unitName)
    .replace('{zone}', seat.zone ?? (isPattern ? unitName : ''))
    .trim();
};

/** The body with this id on that day; null when there is none (unknown, not yet, no longer, wrong kind of unit). */
export const agencyOn = (registry: Registry, id: string, day: LocalDay): Agency | null => {
  const { baseId, key } = splitAgencyId(id);
  for (const version of registry.versions(baseId)) {
    if (!isValidOn(version, day)) continue;
    const seat = seatOf(registry, version, { key, day });
    if (seat !== null) return { id, name: nameOf(registry, version, seat), unit: seat.unit, version };
  }
  return null;
};

/** Last day (exclusive) of the body itself, over adjoining versions; null = no end known. */
export const endOf = (registry: Registry, agency: Agency): LocalDay | null => {
  const end = earlierEnd(agency.version.validTo, agency.unit?.validTo ?? null);
  if (end === null) return null;
  const next = agencyOn(registry, agency.id, end);
  return next === null ? end : endOf(registry, next);
};

/** Province of a body; undefined for bodies whose area is only told in prose. */
export const provinceOfAgency = (registry: Registry, agency: Agency): Unit | undefined =>
  agency.unit === null ? undefined : provinceOf(registry, agency.unit);
