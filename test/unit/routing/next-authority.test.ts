import { describe, expect, it } from 'vitest';
import { nextAuthority, type NextAuthority } from '../../../core/routing/next-authority.js';
import type { Matter } from '../../../core/routing/verdict.js';
import { on, registry, STORY_DAY, TODAY, WARDS } from './shipped.js';

const matter = (changes: Partial<Matter> = {}): Matter => ({
  category: 'GT-BIEN',
  conditions: {},
  place: { unit: WARDS.thoiAnBefore },
  ...changes,
});

const lead = (next: NextAuthority): string =>
  next.kind === 'missing' ? `missing ${next.reason}` : next.lead.id;

const chain = (asked: Matter, from: string, at: string): string[] => {
  const next = nextAuthority(registry, asked, { from, why: 'late', at });
  return next.kind === 'decided' ? [next.lead.id, ...chain(asked, next.lead.id, at)] : [next.kind];
};

describe('late (story S1c)', () => {
  it('in 2023 goes up ward, district, city, chairman, and stays there', () => {
    expect(chain(matter(), 'ubnd-xa/w:26773@0', STORY_DAY)).toEqual([
      'ubnd-huyen/d:761@0',
      'ubnd-tinh/p:79@0',
      'chu-tich-tinh/p:79@0',
      'top',
    ]);
  });

  it('today goes up ward, city, chairman', () => {
    expect(chain(matter(), 'ubnd-xa/w:26773@2025-07', TODAY)).toEqual([
      'ubnd-tinh/p:79@2025-07',
      'chu-tich-tinh/p:79@2025-07',
      'top',
    ]);
  });

  it('brings the supporters of the next tier with it', () => {
    const next = nextAuthority(registry, matter(), { from: 'ubnd-xa/w:26773@0', why: 'late', at: STORY_DAY });
    expect(next).toMatchObject({
      kind: 'decided',
      rule: 'GT-BIEN-2',
      support: [{ id: 'so-gtvt-hcm' }, {}, {}],
    });
  });

  it('of a department goes to the People’s Committee of the city', () => {
    expect(chain(matter(), 'so-xd-hcm', TODAY)).toEqual([
      'ubnd-tinh/p:79@2025-07',
      'chu-tich-tinh/p:79@2025-07',
      'top',
    ]);
  });

  it('of the police goes through the police to the city', () => {
    const noise = matter({ category: 'TIENGON', place: { unit: WARDS.thoiAn } });
    expect(chain(noise, 'cong-an-xa/w:26773@2025-07', TODAY)).toEqual([
      'cong-an-tinh/p:79@2025-07',
      'ubnd-tinh/p:79@2025-07',
      'chu-tich-tinh/p:79@2025-07',
      'top',
    ]);
  });

  it('of a body outside the city’s hierarchy is urged by the last owner', () => {
    const card = matter({
      category: 'BHYT-YTE',
      conditions: { 'the-bhyt': true },
      place: { unit: WARDS.thoiAn },
    });
    expect(chain(card, 'bhxh-tinh/p:79@2025-07', TODAY)).toEqual(['chu-tich-tinh/p:79@2025-07', 'top']);
  });

  it('in the Party lane ends at the Party committee of the city', () => {
    const party = matter({ category: 'TOCHUC', place: { unit: WARDS.ward2District3 } });
    expect(chain(party, 'dang-uy-xa/w:27157@0', STORY_DAY)).toEqual([
      'dang-uy-huyen/d:770@0',
      'dang-uy-tinh/p:79@0',
      'top',
    ]);
  });

  it('of the reception desk goes up although the place is not known', () => {
    expect(chain(matter({ place: {} }), 'ban-tiep-nhan/p:79@2025-07', TODAY)).toEqual([
      'van-phong-ubnd-tinh/p:79@2025-07',
      'ubnd-tinh/p:79@2025-07',
      'chu-tich-tinh/p:79@2025-07',
      'top',
    ]);
  });

  it('passes over the agency complained about', () => {
    const against = matter({ against: 'ubnd-huyen/d:761@0' });
    expect(
      lead(nextAuthority(registry, against, { from: 'ubnd-xa/w:26773@0', why: 'late', at: STORY_DAY })),
    ).toBe('ubnd-tinh/p:79@0');
  });
});

describe('beyond competence (story S1b)', () => {
  const beyond = (asked: Matter, from: string, at: string) =>
    nextAuthority(registry, asked, { from, why: 'beyond-competence', at });

  it('in 2023 is the district with the department, the police and the ward', () => {
    const next = beyond(matter(), 'ubnd-xa/w:26773@0', STORY_DAY);
    expect(next).toMatchObject({ kind: 'decided', lead: { name: 'UBND Quận 12' }, rule: 'GT-BIEN-2' });
    if (next.kind !== 'decided') throw new Error('open');
    expect(next.support.map(({ name }) => name)).toEqual([
      'Sở Giao thông vận tải TP.HCM',
      'Công an Quận 12',
      'UBND Phường Thới An',
    ]);
  });

  it('differs from lateness: today the department, not the People’s Committee', () => {
    const asked = matter({ place: { unit: WARDS.thoiAn } });
    expect(lead(beyond(asked, 'ubnd-xa/w:26773@2025-07', TODAY))).toBe('so-xd-hcm');
  });

  it('takes what the ward has answered into account', () => {
    const asked = matter({ conditions: { 'den-tin-hieu': true } });
    expect(lead(beyond(asked, 'ubnd-xa/w:26773@0', STORY_DAY))).toBe('tt-qldhgt-hcm');
  });

  it('above the last tier goes to the superior', () => {
    expect(lead(beyond(matter(), 'so-gtvt-hcm', STORY_DAY))).toBe('ubnd-tinh/p:79@0');
    expect(beyond(matter(), 'chu-tich-tinh/p:79@0', STORY_DAY).kind).toBe('top');
  });
});

describe('other questions', () => {
  it('reassigning decides anew', () => {
    const next = nextAuthority(registry, matter(), {
      from: 'ban-tiep-nhan/p:79@0',
      why: 'reassign',
      at: STORY_DAY,
    });
    expect(lead(next)).toBe('ubnd-xa/w:26773@0');
  });

  it('a holder that has ceased to exist is followed by its successor', () => {
    const next = nextAuthority(registry, matter(), {
      from: 'ubnd-huyen/d:761@0',
      why: 'late',
      at: on('2025-07-01'),
    });
    expect(lead(next)).toBe('ubnd-xa/w:26773@2025-07');
  });
});
