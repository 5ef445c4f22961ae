import { describe, expect, it } from 'vitest';
import type { PetitionFacts } from '../../../core/petition/jurisdiction.js';
import { assignmentSchema } from '../../../core/event-parts.js';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import { FIRST_INSTANT_WITHOUT, on, registry, STORY_DAY, TODAY, WARDS } from './shipped.js';

const jurisdiction = jurisdictionOf(registry, 'release-1');

const facts = (changes: Partial<PetitionFacts> = {}): PetitionFacts => ({
  category: 'GT-BIEN',
  conditions: {},
  lane: 'admin',
  provinceId: 'p:79@2025-07',
  unitId: WARDS.thoiAnBefore,
  placeIssue: null,
  receivedBy: null,
  addressee: null,
  against: null,
  ...changes,
});

const agency = (id: string) => ({ id, name: id, tier: 'xa' });

describe('the first holder', () => {
  it('is the competent agency with its rule and its end', () => {
    const routed = jurisdiction.first(facts(), STORY_DAY);
    expect(routed).toMatchObject({
      holder: { name: 'UBND Phường Thới An' },
      holderValidTo: FIRST_INSTANT_WITHOUT,
      rule: { id: 'GT-BIEN-1', status: 'sourced' },
      isLastOwner: false,
      isTriage: false,
    });
    const times = { acceptBy: null, resolveBy: null, followUpAt: null };
    expect(assignmentSchema().safeParse({ ...routed, ...times }).success).toBe(true);
  });

  it('is the desk of the province that was in force when the place is open', () => {
    expect(jurisdiction.first(facts({ unitId: null, placeIssue: 'border' }), TODAY)).toMatchObject({
      holder: {
        id: 'ban-tiep-nhan/p:79@2025-07',
        name: 'Bàn tiếp nhận, phân loại kiến nghị Thành phố Hồ Chí Minh',
      },
      isTriage: true,
    });
    const dongThap = facts({ unitId: null, provinceId: 'p:82@2025-07' });
    expect(jurisdiction.first(dongThap, STORY_DAY).holder.id).toBe('ban-tiep-nhan/p:87@0');
    expect(jurisdiction.first({ ...dongThap, provinceId: 'p:87@0' }, TODAY).holder.id).toBe(
      'ban-tiep-nhan/p:82@2025-07',
    );
  });

  it('starts at the tier whose leaders received it', () => {
    const visit = facts({ category: 'CCCD', unitId: WARDS.ward4District3, receivedBy: 'ubnd-huyen/d:770@0' });
    expect(jurisdiction.first(visit, STORY_DAY).holder.id).toBe('cong-an-huyen/d:770@0');
  });

  it('in the Party lane is the Party body written to', () => {
    const dialogue = facts({
      category: 'TOCHUC',
      lane: 'party',
      unitId: 'w:29911@0',
      addressee: 'dang-uy-xa/w:29911@0',
    });
    expect(jurisdiction.first(dialogue, STORY_DAY).holder.name).toBe('Đảng ủy Phường 2');
  });

  it('in the Party lane is never the People’s Committee, whatever it is about', () => {
    const alley = facts({ category: 'GT-HT', lane: 'party', unitId: 'w:20206@0' });
    expect(jurisdiction.first(alley, on('2022-05-10')).holder.name).toBe('Đảng ủy Phường Thanh Khê Tây');
  });
});

describe('the next holder', () => {
  it('differs when it is late and when it is beyond competence', () => {
    const asked = facts({ unitId: WARDS.thoiAn });
    const from = agency('ubnd-xa/w:26773@2025-07');
    expect(jurisdiction.next(asked, from, { at: TODAY, why: 'late' }).holder.id).toBe(
      'ubnd-tinh/p:79@2025-07',
    );
    expect(jurisdiction.next(asked, from, { at: TODAY, why: 'beyond-competence' }).holder.id).toBe(
      'so-xd-hcm',
    );
  });

  it('of the last owner is the last owner', () => {
    const top = agency('chu-tich-tinh/p:79@2025-07');
    expect(jurisdiction.next(facts({ unitId: WARDS.thoiAn }), top, { at: TODAY, why: 'late' })).toMatchObject(
      {
        holder: { id: top.id },
        isLastOwner: true,
        isTriage: false,
      },
    );
  });

  it('of the desk is the province’s office, not the desk again', () => {
    const desk = agency('ban-tiep-nhan/p:79@2025-07');
    const next = jurisdiction.next(facts({ unitId: null }), desk, { at: TODAY, why: 'late' });
    expect(next).toMatchObject({ holder: { id: 'van-phong-ubnd-tinh/p:79@2025-07' }, isTriage: false });
  });

  it('after the reform is found by the place, or the desk asks', () => {
    const district = agency('ubnd-huyen/d:770@0');
    const moved = (unitId: string) =>
      jurisdiction.successor(
        facts({ category: 'GT-HT', unitId }),
        { holder: district, ruleId: 'GT-HT-2' },
        FIRST_INSTANT_WITHOUT,
      );
    expect(moved(WARDS.ward2District3)).toMatchObject({
      holder: { name: 'UBND Phường Bàn Cờ' },
      isTriage: false,
    });
    expect(moved(WARDS.ward4District3)).toMatchObject({
      holder: { id: 'ban-tiep-nhan/p:79@2025-07' },
      isTriage: true,
    });
  });
});

describe('transfers', () => {
  it('name an agency that exists on the day', () => {
    expect(jurisdiction.named(facts(), 'cong-an-xa/w:26773@0', STORY_DAY)?.holder.name).toBe(
      'Công an Phường Thới An',
    );
    expect(jurisdiction.named(facts(), 'cong-an-xa/w:26773@0', TODAY)).toBeNull();
  });

  it('are offered within the tier, bodies at the place first', () => {
    const peers = jurisdiction.peers(
      facts({ unitId: WARDS.thoiAn }),
      agency('ubnd-xa/w:26773@2025-07'),
      TODAY,
    );
    expect(peers[0]?.name).toBe('Công an Phường Thới An');
    expect(new Set(peers.map(({ tier }) => tier))).toEqual(new Set(['xa']));
    expect(peers.filter(({ id }) => id.startsWith('ubnd-xa/'))).toHaveLength(167);
    expect(peers.map(({ id }) => id)).not.toContain('ubnd-xa/w:26773@2025-07');
    expect(peers.filter(({ id }) => id.startsWith('dang-uy'))).toEqual([]);
  });

  it('let the desk hand over to any tier', () => {
    const tiers = jurisdiction
      .peers(facts({ unitId: null }), agency('ban-tiep-nhan/p:79@2025-07'), TODAY)
      .map(({ tier }) => tier);
    expect(new Set(tiers)).toEqual(new Set(['xa', 'tinh']));
  });
});

describe('a petition about an agency', () => {
  const WARD = 'ubnd-xa/w:26773@2025-07';
  const aboutWard = facts({ unitId: WARDS.thoiAn, against: WARD });
  const manners = { category: 'TTHC', conditions: { 'thai-do': true } };

  it('goes to those above it, whatever it is about', () => {
    const city = 'ubnd-tinh/p:79@2025-07';
    expect(jurisdiction.first(aboutWard, TODAY)).toMatchObject({ holder: { id: city }, isTriage: false });
    expect(jurisdiction.first({ ...aboutWard, ...manners }, TODAY)).toMatchObject({
      holder: { id: city },
      rule: { id: 'TTHC-6' },
    });
  });

  it('about manners is sorted at the desk only while nobody has said whose', () => {
    const aboutNobody = facts({ ...manners, unitId: WARDS.thoiAn });
    expect(jurisdiction.first(aboutNobody, TODAY)).toMatchObject({ isTriage: true });
  });

  it('is neither transferred nor offered to it', () => {
    const desk = agency('ban-tiep-nhan/p:79@2025-07');
    const ids = (asked: PetitionFacts) => jurisdiction.peers(asked, desk, TODAY).map(({ id }) => id);
    expect(jurisdiction.named(aboutWard, WARD, TODAY)).toBeNull();
    expect(ids({ ...aboutWard, against: null })).toContain(WARD);
    expect(ids(aboutWard)).not.toContain(WARD);
  });

  it('goes past it when it is late', () => {
    const asked = facts({ unitId: WARDS.thoiAnBefore, against: 'ubnd-huyen/d:761@0' });
    const next = jurisdiction.next(asked, agency('ubnd-xa/w:26773@0'), { at: STORY_DAY, why: 'late' });
    expect(next.holder.id).toBe('ubnd-tinh/p:79@0');
  });

  it('is passed over where it stands above somebody', () => {
    const ward = 'ubnd-xa/w:26773@0';
    const district = 'ubnd-huyen/d:761@0';
    const above = (against: string | null) =>
      jurisdiction.superior(facts({ unitId: WARDS.thoiAnBefore, against }), ward, STORY_DAY)?.id;
    expect(above(null)).toBe(district);
    expect(above(district)).toBe('ubnd-tinh/p:79@0');
  });

  it('in the Party lane is not left with it though it was written to', () => {
    const committee = 'dang-uy-xa/w:29911@0';
    const asked = facts({ category: 'TOCHUC', lane: 'party', unitId: 'w:29911@0', addressee: committee });
    expect(jurisdiction.first(asked, STORY_DAY).holder.id).toBe(committee);
    expect(jurisdiction.first({ ...asked, against: committee }, STORY_DAY).holder.id).not.toBe(committee);
  });

  it('that sorts what nobody decides is sorted above it', () => {
    const asked = facts({ unitId: null, placeIssue: 'border', against: 'ban-tiep-nhan/p:79@2025-07' });
    const { holder, isTriage } = jurisdiction.first(asked, TODAY);
    expect(isTriage).toBe(true);
    expect(holder.id).not.toBe(asked.against);
  });

  it('does not fall to the body that has taken over from it', () => {
    const asked = facts({ unitId: WARDS.thoiAn, against: 'ubnd-xa/w:26773@0' });
    const district = agency('ubnd-huyen/d:761@0');
    for (const { holder } of [
      jurisdiction.first(asked, TODAY),
      jurisdiction.successor(asked, { holder: district, ruleId: null }, FIRST_INSTANT_WITHOUT),
    ])
      expect(holder.id).toBe('ubnd-tinh/p:79@2025-07');
    expect(jurisdiction.named(asked, WARD, TODAY)).toBeNull();
  });

  it('stays below the last owner when it is about that one, and below is then the top', () => {
    const asked = facts({ unitId: WARDS.thoiAn, against: 'chu-tich-tinh/p:79@2025-07' });
    const city = agency('ubnd-tinh/p:79@2025-07');
    const next = jurisdiction.next(asked, city, { at: TODAY, why: 'late' });
    expect(next).toMatchObject({ holder: { id: city.id }, isLastOwner: true });
    expect(jurisdiction.next({ ...asked, against: null }, city, { at: TODAY, why: 'late' }).holder.id).toBe(
      asked.against,
    );
  });

  it('whose work was divided is routed as if it were about nobody', () => {
    const asked = facts({ unitId: WARDS.thoiAn, against: 'ubnd-huyen/d:761@0' });
    expect(jurisdiction.first(asked, TODAY).holder.id).toBe(WARD);
  });
});

it('tells the questions that nobody has answered', () => {
  expect(jurisdiction.openQuestions(facts({ unitId: WARDS.thoiAn }), TODAY).map(({ key }) => key)).toEqual([
    'duong-tp',
    'den-tin-hieu',
  ]);
  expect(jurisdiction.openQuestions(facts({ unitId: null }), TODAY)).toEqual([]);
});

describe('who stands above an agency', () => {
  const above = (id: string, at: string) => jurisdiction.superior(facts(), id, at)?.id;

  it('is the next tier of the day', () => {
    expect(above('ubnd-xa/w:26773@0', STORY_DAY)).toBe('ubnd-huyen/d:761@0');
    expect(above('ubnd-xa/w:26773@2025-07', TODAY)).toBe('ubnd-tinh/p:79@2025-07');
  });

  it('is nobody at the top, and for bodies that do not exist that day', () => {
    expect(jurisdiction.superior(facts(), 'dang-uy-tinh/p:79@0', STORY_DAY)).toBeNull();
    expect(jurisdiction.superior(facts(), 'ubnd-huyen/d:761@0', TODAY)).toBeNull();
    expect(jurisdiction.superior(facts(), 'khong-co', TODAY)).toBeNull();
  });
});
