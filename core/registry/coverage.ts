import { siteOf } from '../routing/place.js';
import { leadOf } from '../routing/rule-lead.js';
import { rulesOn } from '../routing/rules-on.js';
import { resolveJurisdiction } from '../routing/resolve-jurisdiction.js';
import { isValidOn, startOfDay, type LocalDay } from '../time.js';
import type { Category } from './competence.js';
import type { Registry } from './registry.js';
import { displayName } from './unit-name.js';
import type { Unit } from './unit.js';

/** A matter that nobody can be named for, or that waits for the province's office to assign it. */
export interface CoverageGap {
  unitId: string;
  unitName: string;
  category: string;
  /** Condition that is known to be true; null = nothing is known. */
  condition: string | null;
  kind: 'triage' | 'stand-in';
  why: string;
}

export interface Coverage {
  provinceId: string;
  day: LocalDay;
  wards: number;
  categories: number;
  gaps: CoverageGap[];
}

const wardsOf = (registry: Registry, unit: Unit, day: LocalDay): Unit[] => {
  const below = registry.children(unit.id).filter((each) => isValidOn(each, day));
  if (below.length === 0) return unit.level === 'province' ? [] : [unit];
  return below.flatMap((each) => wardsOf(registry, each, day));
};

/** Function for which the province's office stands in when the matter starts at its first rule. */
const standsIn = (
  registry: Registry,
  category: Category,
  ask: { unit: Unit; day: LocalDay; rule: string },
): string | undefined => {
  const site = siteOf(registry, ask.unit, ask.day);
  const rule = rulesOn(registry, category, site).find(({ id }) => id === ask.rule);
  const lead = rule === undefined ? undefined : leadOf({ registry, site, against: null }, rule);
  return lead?.kind === 'agency' ? lead.standsInFor : undefined;
};

const gapOf = (
  registry: Registry,
  category: Category,
  ask: { unit: Unit; day: LocalDay; condition: string | null },
): CoverageGap[] => {
  const { unit, day, condition } = ask;
  const conditions = condition === null ? {} : { [condition]: true };
  const matter = { category: category.code, conditions, place: { unit: unit.id } };
  const verdict = resolveJurisdiction(registry, matter, startOfDay(day));
  const gap = {
    unitId: unit.id,
    unitName: displayName(unit, registry.displayPrefix),
    category: category.code,
    condition,
  };
  if (verdict.kind === 'missing')
    return verdict.reason === 'accused-unknown' ? [] : [{ ...gap, kind: 'triage', why: verdict.question }];
  const fn = standsIn(registry, category, { unit, day, rule: verdict.rule });
  return fn === undefined ? [] : [{ ...gap, kind: 'stand-in', why: `chưa nhập cơ quan giữ chức năng ${fn}` }];
};

/** For every ward of a province and every category, alone and with each condition: where the data do not decide. */
export const coverage = (registry: Registry, provinceId: string, day: LocalDay): Coverage => {
  const province = registry.unit(provinceId);
  if (province === undefined || !isValidOn(province, day))
    throw new RangeError(`${provinceId} is no province on ${day}`);
  const wards = wardsOf(registry, province, day);
  const categories = registry.categories();
  const gaps = wards.flatMap((unit) => {
    const site = siteOf(registry, unit, day);
    return categories.flatMap((category) => {
      const asked = rulesOn(registry, category, site).flatMap(({ when }) => when ?? []);
      return [null, ...new Set(asked)].flatMap((condition) =>
        gapOf(registry, category, { unit, day, condition }),
      );
    });
  });
  return { provinceId, day, wards: wards.length, categories: categories.length, gaps };
};
