import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { agencyOn, provinceOfAgency, type Agency } from '../../../core/registry/agency-on.js';
import { TIERS } from '../../../core/registry/agency.js';
import { superiorsOf } from '../../../core/routing/chain-of.js';
import { handlersIn } from '../../../core/routing/peers-of.js';
import { siteOf } from '../../../core/routing/place.js';
import { competentBody, withSuperior } from '../../../core/sealed/competent-body.js';
import { registry, WARDS } from '../routing/shipped.js';

const DAY = '2026-11-22';
const CITY = { provinceId: 'p:79@2025-07', day: DAY };
const named = (id: string): Agency => {
  const agency = agencyOn(registry, id, DAY);
  if (agency === null) throw new Error(id);
  return agency;
};
const bodyOf = (agencies: Agency[], where = CITY) => {
  const found = competentBody(registry, { agencies, name: '' }, where);
  return found === null ? null : [found.body.id, found.rule];
};

describe('who receives a denunciation', () => {
  const ward = () => named(`ubnd-xa/${WARDS.thoiAn}`);
  const police = () => named(`cong-an-xa/${WARDS.thoiAn}`);
  const city = () => named('ubnd-tinh/p:79@2025-07');

  it('about a ward: the inspectorate of the city that it stands under', () => {
    expect(bodyOf([ward()])).toEqual(['thanh-tra-hcm', 'inspection']);
  });

  it('about an office of the ward: the committee of the ward above it', () => {
    expect(bodyOf([named(`vp-hdnd-ubnd/${WARDS.thoiAn}`)])).toEqual([ward().id, 'superior']);
  });

  it('about the police of a ward: the police of the city; with its head accused too, the next above', () => {
    expect(bodyOf([police()])).toEqual(['cong-an-tinh/p:79@2025-07', 'superior']);
    expect(bodyOf(withSuperior(registry, police(), DAY))).toEqual(['thanh-tra-hcm', 'inspection']);
  });

  it('about the inspectorate: the government of the city, not the inspectorate', () => {
    expect(bodyOf([named('thanh-tra-hcm')])).toEqual([city().id, 'superior']);
  });

  it('about the government of the city, or a ward together with it: nobody here, neither its head nor its inspectors', () => {
    expect(bodyOf([city()])).toBeNull();
    expect(bodyOf(withSuperior(registry, ward(), DAY))).toBeNull();
    expect(bodyOf([named('chu-tich-tinh/p:79@2025-07')])).toBeNull();
  });

  it('a free name: the inspectorate, unless the name is its own; elsewhere the head of the province', () => {
    const free = (name: string, where = CITY) =>
      competentBody(registry, { agencies: [], name }, where)?.body.id;
    expect(free('Trường tiểu học Hoa Mai')).toBe('thanh-tra-hcm');
    expect(free('thanh tra tp hcm')).toBe('chu-tich-tinh/p:79@2025-07');
    for (const name of ['Thanh tra thành phố', 'Chánh Thanh tra TP.HCM', 'ông A ở Thanh tra TP'])
      expect(free(name), name).toBe('chu-tich-tinh/p:79@2025-07');
    for (const name of ['Chủ tịch UBND TP.HCM', 'Phó Chủ tịch thành phố'])
      expect(free(name), name).toBeUndefined();
    expect(free('Chủ tịch Hội người cao tuổi phường')).toBe('thanh-tra-hcm');
    const other = registry.provinces().find(({ id, validTo }) => validTo === null && id !== CITY.provinceId);
    if (other !== undefined)
      expect(free('Trường tiểu học Hoa Mai', { provinceId: other.id, day: DAY })).toBe(
        `chu-tich-tinh/${other.id}`,
      );
  });

  const unit = registry.unit(WARDS.thoiAn);
  if (unit === undefined) throw new Error('no ward');
  const site = siteOf(registry, unit, DAY);
  const everybody = [
    ...handlersIn(registry, site, { tiers: TIERS, isParty: false }),
    ...handlersIn(registry, site, { tiers: TIERS, isParty: true }),
    ...[ward(), police(), city(), named('thanh-tra-hcm'), named('chu-tich-tinh/p:79@2025-07')],
  ];

  test.prop([fc.constantFrom(...everybody), fc.boolean()], { numRuns: 600 })(
    'is never an accused agency, nor anybody below one',
    (agency, superiorToo) => {
      const agencies = superiorToo ? withSuperior(registry, agency, DAY) : [agency];
      const found = competentBody(registry, { agencies, name: '' }, CITY);
      if (found === null) return;
      const accused = agencies.map(({ id }) => id);
      expect(accused).not.toContain(found.body.id);
      for (const { id } of superiorsOf(registry, found.body, DAY)) expect(accused).not.toContain(id);
      expect(provinceOfAgency(registry, found.body)?.id ?? CITY.provinceId).toBe(CITY.provinceId);
    },
  );
});
