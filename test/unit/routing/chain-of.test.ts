import { describe, expect, it } from 'vitest';
import type { PetitionFacts } from '../../../core/petition/jurisdiction.js';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import type { Instant } from '../../../core/time.js';
import { registry, STORY_DAY, TODAY, WARDS } from './shipped.js';

const jurisdiction = jurisdictionOf(registry, 'release-1');
const facts = (changes: Partial<PetitionFacts> = {}): PetitionFacts => ({
  ...{ category: 'GT-BIEN', conditions: {}, lane: 'admin', provinceId: 'p:79@2025-07' },
  ...{ unitId: WARDS.thoiAnBefore, placeIssue: null, receivedBy: null, addressee: null, against: null },
  ...changes,
});
const THOI_AN = 'ubnd-xa/w:26773@0';
const WARD_2_OF_DISTRICT_3 = `ubnd-xa/${WARDS.ward2District3}`;
const WARD_4_OF_DISTRICT_3 = `ubnd-xa/${WARDS.ward4District3}`;
const above = (ids: string[], at: Instant, about = facts()) =>
  jurisdiction.commonSuperior(about, ids, at).holder.id;
const below = (id: string, also: string[] = [], about = facts()) =>
  jurisdiction
    .subordinates(about, { id, name: '', tier: '' }, { at: STORY_DAY, also })
    .map((agency) => agency.id);

describe('the common superior', () => {
  it.each<[string, string[], string]>([
    [
      'of wards of one district is the district',
      [WARD_2_OF_DISTRICT_3, WARD_4_OF_DISTRICT_3],
      'ubnd-huyen/d:770@0',
    ],
    ['of wards of two districts is the city', [THOI_AN, WARD_2_OF_DISTRICT_3], 'ubnd-tinh/p:79@0'],
    ['of one alone is its own', [THOI_AN], 'ubnd-huyen/d:761@0'],
    ['counts nobody of another tier', [THOI_AN, 'ubnd-tinh/p:79@0'], 'ubnd-huyen/d:761@0'],
    [
      'of a ward and the police of the ward is who joins their chains',
      [THOI_AN, 'cong-an-xa/w:26773@0'],
      'ubnd-tinh/p:79@0',
    ],
  ])('%s', (_which, ids, expected) => {
    expect(above(ids, STORY_DAY)).toBe(expected);
  });

  it('of wards without districts is the province', () => {
    expect(above([`ubnd-xa/${WARDS.banCo}`, `ubnd-xa/${WARDS.xuanHoa}`], TODAY)).toBe(
      'ubnd-tinh/p:79@2025-07',
    );
  });

  it('is never the agency that the matter is about, and of the last owner it is itself', () => {
    expect(above([THOI_AN], STORY_DAY, facts({ against: 'ubnd-huyen/d:761@0' }))).toBe('ubnd-tinh/p:79@0');
    const top = jurisdiction.commonSuperior(facts(), ['chu-tich-tinh/p:79@0'], STORY_DAY);
    expect(top).toMatchObject({ holder: { id: 'chu-tich-tinh/p:79@0' }, isLastOwner: true });
  });
});

describe('who stands below a superior', () => {
  it('are the wards of the district, that at the place first, and of the former holders those below', () => {
    const wards = below('ubnd-huyen/d:761@0', [WARD_2_OF_DISTRICT_3]);
    expect(wards[0]).toMatch(/\/w:26773@0$/);
    expect(wards).toContain(THOI_AN);
    expect(wards.length).toBeGreaterThan(5);
    expect(wards).not.toContain(WARD_2_OF_DISTRICT_3);
    expect(wards).not.toContain('ubnd-huyen/d:761@0');
    expect(below('ubnd-tinh/p:79@0', [WARD_2_OF_DISTRICT_3])[0]).toBe(WARD_2_OF_DISTRICT_3);
  });

  it('is not the agency that the matter is about, and nobody stands below a ward or an unknown agency', () => {
    const about = facts({ against: THOI_AN });
    expect(below('ubnd-huyen/d:761@0', [THOI_AN], about)).not.toContain(THOI_AN);
    expect(below(THOI_AN)).toEqual([]);
    expect(below('khong-co')).toEqual([]);
  });
});
