import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/deadline/local-day.js';
import { agencyOn, endOf } from '../../../core/registry/agency-on.js';
import { holdersIn } from '../../../core/registry/holder-of.js';
import type { LocalDay } from '../../../core/time.js';
import { on, registry, WARDS } from './shipped.js';
import { facts, tenure, today } from './tenures.js';

/** Bodies of the city, by the name of their pattern, that end on a day. */
const endingOn = (day: LocalDay, provinceId: string): string[] => {
  const before = addDays(day, -1);
  const ids = registry.agencyVersions().flatMap(({ id, areaUnitPattern }) => {
    if (areaUnitPattern === `unit:${provinceId}`) return [id];
    return areaUnitPattern === 'each:province' ? [`${id}/${provinceId}`] : [];
  });
  return [...new Set(ids)].filter((id) => {
    const agency = agencyOn(registry, id, before);
    return agency !== null && endOf(registry, agency) === day;
  });
};

const FUNCTIONS = [...new Set(registry.agencyVersions().flatMap((version) => version.functions))];

/** Functions of the city that another body holds from a day on, though the former holder is still there. */
const movedOn = (day: LocalDay, provinceId: string): string[] =>
  FUNCTIONS.flatMap((fn) => {
    const [was] = holdersIn(registry, fn, { provinceId, day: addDays(day, -1) });
    const [is] = holdersIn(registry, fn, { provinceId, day });
    if (was === undefined || is === undefined || was.id === is.id) return [];
    return agencyOn(registry, was.id, day) === null ? [] : [`${fn}: ${was.id} -> ${is.id}`];
  });

describe('what ends and what moves, in the registry that ships', () => {
  it('on 2025-03-01 five departments of the city end, and infrastructure leaves the one of construction', () => {
    expect(endingOn('2025-03-01', 'p:79@0').toSorted()).toEqual([
      'so-gtvt-hcm',
      'so-ldtbxh-hcm',
      'so-nnptnt-hcm',
      'so-qhkt-hcm',
      'so-tttt-hcm',
    ]);
    expect(movedOn('2025-03-01', 'p:79@0')).toEqual(['ha-tang-ky-thuat: so-xd-hcm -> so-gtcc-hcm']);
  });

  it('on 2025-07-01 districts and old wards end, the departments of the city go on', () => {
    const at = on('2025-06-30');
    for (const id of ['ubnd-huyen/d:770@0', 'ubnd-xa/w:27157@0', 'ubnd-tinh/p:79@0', 'tt-sxd-hcm'])
      expect(today.tenureEnd(facts('XD'), tenure(id, null, at))).toEqual({
        at: '2025-06-30T17:00:00.000Z',
        because: 'holder-abolished',
      });
    expect(today.tenureEnd(facts('XD'), tenure('so-xd-hcm', null, at))).toBeNull();
    expect(movedOn('2025-07-01', 'p:79@0')).toEqual([]);
  });

  it('on 2026-02-02 the boards for projects and compensation end, whatever area they are for', () => {
    const ending = registry.agencyVersions().filter(({ validTo }) => validTo === '2026-02-02');
    expect(ending.map(({ id }) => id)).toEqual(['ban-qlda-kv-hcm', 'ban-btgpmb-hcm']);
  });
});

describe('for every category, condition and tier', () => {
  const DAYS = ['2025-02-20', '2025-03-01', '2025-06-30', '2025-07-01', '2025-12-20', '2026-02-02'] as const;
  const places = [
    { unitId: WARDS.ward2District3, provinceId: 'p:79@0' },
    { unitId: WARDS.thoiAn, provinceId: 'p:79@2025-07' },
    { unitId: 'w:20206@0', provinceId: 'p:48@0' },
  ];
  const conditionsOf = (code: string): Record<string, boolean>[] =>
    [{}, ...new Set(registry.category(code)?.rules.flatMap(({ when }) => when ?? []))].map((key) =>
      typeof key === 'string' ? { [key]: true } : {},
    );

  it.each(DAYS)(
    'whoever a rule names on %s holds it rightfully that day, and so does whoever follows',
    (day) => {
      const at = on(day);
      for (const { code, lane } of registry.categories()) {
        for (const conditions of conditionsOf(code)) {
          for (const place of places) {
            const asked = facts(code, { ...place, lane, conditions });
            let routed = today.first(asked, at);
            for (let tier = 0; tier < 3 && !routed.isTriage; tier++) {
              const held = { holder: routed.holder, ruleId: routed.rule.id, since: at };
              const end = today.tenureEnd(asked, held);
              expect(end === null || end.at > at, `${code} ${routed.rule.id} ${routed.holder.id}`).toBe(true);
              if (end !== null) {
                const next = today.successor(asked, held, end.at);
                const again = today.tenureEnd(asked, {
                  holder: next.holder,
                  ruleId: next.rule.id,
                  since: end.at,
                });
                expect(next.holder.id, `${code} ${routed.rule.id}`).not.toBe(routed.holder.id);
                expect(again === null || again.at > end.at, `${code} ${next.rule.id}`).toBe(true);
              }
              routed = today.next(asked, routed.holder, { at, why: 'beyond-competence' });
            }
          }
        }
      }
    },
  );
});
