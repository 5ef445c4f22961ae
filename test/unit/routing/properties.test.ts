import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import { nextAuthority } from '../../../core/routing/next-authority.js';
import { resolveJurisdiction } from '../../../core/routing/resolve-jurisdiction.js';
import { latestProvince } from '../../../core/registry/partition.js';
import { turningDays } from '../../../core/registry/validate/days.js';
import { toUnit } from '../../../core/registry/unit.js';
import { on, parts, registry } from './shipped.js';

const units = parts.units.units.map(toUnit);
const wards = units.filter(({ level }) => level === 'ward');
const hcmc = wards.filter((unit) => latestProvince(registry, unit).id === 'p:79@2025-07');
const categories = registry.categories().map(({ code }) => code);
const conditionKeys = Object.keys(parts.competence.conditions);

const anyWard = fc.oneof(fc.constantFrom(...wards), fc.constantFrom(...hcmc));
const anyDay = fc.constantFrom(...turningDays(parts), '2023-03-10', '2024-11-25', '2025-06-30', '2026-11-22');
const anyConditions = fc.dictionary(fc.constantFrom(...conditionKeys), fc.boolean(), { maxKeys: 3 });
const anyTier = fc.constantFrom(null, 'xa' as const, 'huyen' as const, 'tinh' as const);
const anyMatter = fc.record({
  category: fc.constantFrom(...categories),
  conditions: anyConditions,
  place: anyWard.map(({ id }) => ({ unit: id })),
  startTier: anyTier,
});

/** More steps than there are tiers, police, suppliers and offices in any chain. */
const LONGEST_CHAIN = 8;

describe('for every ward, category and day', () => {
  test.prop([anyMatter, anyDay], { numRuns: 3000 })(
    'somebody is competent or something is asked',
    (matter, day) => {
      const verdict = resolveJurisdiction(registry, matter, on(day));
      if (verdict.kind === 'missing') {
        expect(verdict.question).not.toBe('');
        expect(verdict.reason).not.toBe('no-rule');
      } else {
        expect(verdict.lead.name).not.toMatch(/[{}]/);
        expect(verdict.support.map(({ id }) => id)).not.toContain(verdict.lead.id);
        expect(verdict.reason.length).toBeLessThanOrEqual(1000);
      }
    },
  );

  test.prop([anyMatter, anyDay], { numRuns: 1500 })(
    'silence ends at the top: the last owner, or the Party above all',
    (matter, day) => {
      const first = resolveJurisdiction(registry, matter, on(day));
      let from = first.kind === 'decided' ? first.lead.id : null;
      for (let steps = 0; from !== null; steps++) {
        expect(steps).toBeLessThan(LONGEST_CHAIN);
        const next = nextAuthority(registry, matter, { from, why: 'late', at: on(day) });
        if (next.kind !== 'decided') {
          expect(next.kind === 'top' && /^(chu-tich-tinh|dang-uy-tinh)\//.test(next.lead.id)).toBe(true);
          break;
        }
        from = next.lead.id;
      }
    },
  );

  test.prop([anyMatter, anyDay], { numRuns: 1500 })('going beyond competence ends as well', (matter, day) => {
    const first = resolveJurisdiction(registry, matter, on(day));
    let from = first.kind === 'decided' ? first.lead.id : null;
    for (let steps = 0; from !== null; steps++) {
      expect(steps).toBeLessThan(LONGEST_CHAIN);
      const next = nextAuthority(registry, matter, { from, why: 'beyond-competence', at: on(day) });
      from = next.kind === 'decided' ? next.lead.id : null;
    }
  });

  test.prop([anyMatter, anyDay], { numRuns: 1000 })(
    'the agency complained about never gets it',
    (matter, day) => {
      const first = resolveJurisdiction(registry, matter, on(day));
      if (first.kind !== 'decided') return;
      const again = resolveJurisdiction(registry, { ...matter, against: first.lead.id }, on(day));
      // The last owner has nobody above it.
      if (
        again.kind === 'decided' &&
        !first.lead.id.startsWith('chu-tich-tinh/') &&
        !first.lead.id.startsWith('dang-uy-tinh/')
      )
        expect([again.lead.id, ...again.support.map(({ id }) => id)]).not.toContain(first.lead.id);
    },
  );

  test.prop([anyMatter, anyDay, fc.boolean()], { numRuns: 500 })(
    'a petition always has a holder',
    (matter, day, known) => {
      const unit = registry.unit(matter.place.unit);
      const facts = {
        ...matter,
        lane: 'admin' as const,
        provinceId: unit === undefined ? '' : latestProvince(registry, unit).id,
        unitId: known ? matter.place.unit : null,
        placeIssue: null,
        receivedBy: null,
        addressee: null,
        against: null,
      };
      const jurisdiction = jurisdictionOf(registry, 'r');
      const routed = jurisdiction.first(facts, on(day));
      expect(routed.holder.name).not.toBe('');
      expect(jurisdiction.next(facts, routed.holder, { at: on(day), why: 'late' }).holder.name).not.toBe('');
    },
  );
});
