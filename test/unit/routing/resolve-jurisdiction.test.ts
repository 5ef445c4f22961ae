import { describe, expect, it } from 'vitest';
import { resolveJurisdiction } from '../../../core/routing/resolve-jurisdiction.js';
import type { Decided, Matter, Verdict } from '../../../core/routing/verdict.js';
import { on, registry, STORY_DAY, TODAY, WARDS } from './shipped.js';

const route = (matter: Partial<Matter> & { unit?: string }, at: string): Verdict =>
  resolveJurisdiction(
    registry,
    { category: 'GT-BIEN', conditions: {}, place: { unit: matter.unit ?? WARDS.thoiAnBefore }, ...matter },
    at,
  );

const decided = (verdict: Verdict): Decided => {
  if (verdict.kind !== 'decided') throw new Error(`open: ${verdict.reason}`);
  return verdict;
};
const lead = (verdict: Verdict): string => decided(verdict).lead.id;
const support = (verdict: Verdict): string[] => decided(verdict).support.map(({ id }) => id);

describe('story S1b: coaches in the Phú Nhuận estate, Thới An', () => {
  it('starts at the ward, which says who was asked and what is unknown', () => {
    const verdict = decided(route({}, STORY_DAY));
    expect(verdict).toMatchObject({
      lead: { id: 'ubnd-xa/w:26773@0', name: 'UBND Phường Thới An', tier: 'xa' },
      rule: 'GT-BIEN-1',
      status: 'sourced',
      escalate: { id: 'ubnd-huyen/d:761@0', name: 'UBND Quận 12' },
      unknownConditions: [{ key: 'den-tin-hieu' }],
    });
    expect(verdict.reason).toContain('GT-BIEN-1');
    expect(verdict.reason).toContain('10/03/2023');
    expect(verdict.reason).toContain('Chưa rõ (tạm coi là không)');
    expect(support(verdict)).toEqual(['cong-an-xa/w:26773@0']);
  });

  it('is Cần Thơ’s when the ward is the Thới An of Ô Môn', () => {
    const verdict = decided(route({ unit: WARDS.thoiAnOMon }, STORY_DAY));
    expect(verdict.escalate?.name).toBe('UBND Quận Ô Môn');
  });

  it('today starts at the ward of two tiers', () => {
    expect(decided(route({}, TODAY))).toMatchObject({
      lead: { id: 'ubnd-xa/w:26773@2025-07' },
      escalate: { name: 'UBND Thành phố Hồ Chí Minh' },
    });
  });
});

describe('conditions', () => {
  it('known to be true start at their rule', () => {
    expect(lead(route({ conditions: { 'den-tin-hieu': true } }, STORY_DAY))).toBe('tt-qldhgt-hcm');
    expect(lead(route({ conditions: { 'duong-tp': true }, unit: WARDS.thoiAn }, TODAY))).toBe('so-xd-hcm');
  });

  it('count as false when unknown or denied', () => {
    expect(lead(route({ conditions: { 'duong-tp': false }, unit: WARDS.thoiAn }, TODAY))).toBe(
      'ubnd-xa/w:26773@2025-07',
    );
    const open = decided(
      route({ conditions: { 'duong-tp': false }, unit: WARDS.thoiAn }, TODAY),
    ).unknownConditions;
    expect(open.map(({ key }) => key)).toEqual(['den-tin-hieu']);
  });

  it('that no rule of the day knows change nothing', () => {
    expect(lead(route({ conditions: { 'duong-tp': true, 'the-bhyt': true } }, STORY_DAY))).toBe(
      'ubnd-xa/w:26773@0',
    );
  });
});

describe('functions follow the day', () => {
  const sign = (day: string) => {
    const unit = day < '2025-07-01' ? WARDS.thoiAnBefore : WARDS.thoiAn;
    return lead(route({ category: 'GT-BIEN', startTier: 'tinh', unit }, on(day)));
  };
  it.each([
    ['2025-02-28', 'so-gtvt-hcm'],
    ['2025-03-01', 'so-gtcc-hcm'],
    ['2025-04-30', 'so-gtcc-hcm'],
    ['2025-05-01', 'so-xd-hcm'],
    ['2025-07-01', 'so-xd-hcm'],
  ])('traffic on %s is %s', (day, expected) => {
    expect(sign(day)).toBe(expected);
  });

  it('roads of the city move to the new centre on 2026-01-30', () => {
    const ask = (day: string) =>
      lead(route({ category: 'GT-HT', conditions: { 'duong-tp': true }, unit: WARDS.thoiAn }, on(day)));
    expect(ask('2026-01-29')).toBe('tt-qlhtgtdb-hcm');
    expect(ask('2026-01-30')).toBe('tt-qlgt-htkt-hcm');
  });

  it('without a holder goes to the office of the province’s People’s Committee, and says so', () => {
    const verdict = decided(route({ category: 'DIEN', unit: 'w:29905@2025-07' }, TODAY));
    expect(verdict.lead.id).toBe('van-phong-ubnd-tinh/p:82@2025-07');
    expect(verdict.reason).toContain('Chưa có cơ quan nào');
  });
});

describe('identity cards', () => {
  it('start at the district until 2025-02-28, at the ward from 2025-03-01', () => {
    const ask = (day: string) => lead(route({ category: 'CCCD', unit: WARDS.ward4District3 }, on(day)));
    expect(ask('2025-02-28')).toBe('cong-an-huyen/d:770@0');
    expect(ask('2025-03-01')).toBe('cong-an-xa/w:27148@0');
  });

  it('ask who serves the ward while nobody has entered it', () => {
    expect(route({ category: 'CCCD', unit: WARDS.banCo }, TODAY)).toMatchObject({
      kind: 'missing',
      reason: 'unassigned',
    });
    expect(lead(route({ category: 'CCCD', unit: 'w:26824@2025-07' }, TODAY))).toBe(
      'diem-can-cuoc-hcm/w:26824@2025-07',
    );
  });
});

describe('story S1a: handed to the leaders of the district', () => {
  const at = { unit: WARDS.ward4District3, startTier: 'huyen' as const };
  it('starts at that tier: police of the district lead, its youth union supports', () => {
    const verdict = route({ category: 'CCCD', ...at }, STORY_DAY);
    expect(lead(verdict)).toBe('cong-an-huyen/d:770@0');
    expect(support(verdict)).toContain('doan-huyen/d:770@0');
  });

  it('gives insurance cards to the district’s health centre', () => {
    expect(decided(route({ category: 'BHYT-YTE', ...at }, STORY_DAY)).lead.name).toBe(
      'Trung tâm Y tế Quận 3',
    );
  });

  it('today asks for a point or street: the ward is divided', () => {
    expect(route({ category: 'BHYT-YTE', ...at }, TODAY)).toMatchObject({
      kind: 'missing',
      missing: ['point'],
    });
  });

  it('falls to the tier that exists when there is no district any more', () => {
    const verdict = route({ category: 'HOTICH', unit: WARDS.banCo, startTier: 'huyen' }, TODAY);
    expect(decided(verdict).tier).toBe('tinh');
  });

  it('may start at the district’s Party committee', () => {
    const ask = { category: 'TOCHUC', unit: WARDS.ward2District3, startTier: 'huyen' as const };
    expect(decided(route(ask, on('2024-11-25'))).lead.name).toBe('Quận ủy Quận 3');
  });
});

describe('never to the agency complained about', () => {
  it('asks who it is', () => {
    const verdict = route({ category: 'TTHC', conditions: { 'thai-do': true } }, TODAY);
    expect(verdict).toMatchObject({ kind: 'missing', missing: ['against'], reason: 'accused-unknown' });
  });

  it('goes to its superior, which the reason says', () => {
    const matter = { category: 'TTHC', conditions: { 'thai-do': true }, against: 'ubnd-xa/w:26773@2025-07' };
    expect(lead(route(matter, TODAY))).toBe('ubnd-tinh/p:79@2025-07');
  });

  it('holds for every category, for support as well', () => {
    const verdict = decided(route({ against: 'ubnd-xa/w:26773@0' }, STORY_DAY));
    expect(verdict.lead.id).toBe('ubnd-huyen/d:761@0');
    expect(verdict.reason).toContain('cấp trên');
    expect(support(route({ against: 'cong-an-xa/w:26773@0' }, STORY_DAY))).toEqual([]);
  });
});

describe('what is missing', () => {
  it('is said, never thrown', () => {
    expect(route({ category: 'KHONG-CO' }, TODAY)).toMatchObject({ kind: 'missing', missing: ['category'] });
    expect(route({ place: {} }, TODAY)).toMatchObject({ kind: 'missing', missing: ['unit'] });
  });
});

describe('an island district without communes', () => {
  it('starts at the tier that it has', () => {
    expect(lead(route({ unit: 'd:755@0' }, STORY_DAY))).toBe('ubnd-huyen/d:755@0');
  });
});
