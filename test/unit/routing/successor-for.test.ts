import { describe, expect, it } from 'vitest';
import { agencyAsOf, holderEnd } from '../../../core/routing/agency-as-of.js';
import { successorFor } from '../../../core/routing/successor-for.js';
import type { Matter } from '../../../core/routing/verdict.js';
import {
  FIRST_INSTANT_WITHOUT,
  LAST_INSTANT_OF_DISTRICTS,
  on,
  registry,
  STORY_DAY,
  TODAY,
  WARDS,
} from './shipped.js';

const successor = (agencyId: string, asked: { unit: string; category?: string; at?: string }) => {
  const matter: Matter = { category: asked.category ?? 'GT-HT', conditions: {}, place: { unit: asked.unit } };
  const verdict = successorFor(registry, matter, { agencyId, at: asked.at ?? FIRST_INSTANT_WITHOUT });
  return verdict.kind === 'decided' ? verdict.lead.id : verdict.reason;
};

describe('reform day (story S5)', () => {
  it('moves the district’s task to the ward that the place has become', () => {
    expect(successor('ubnd-huyen/d:770@0', { unit: WARDS.ward2District3 })).toBe('ubnd-xa/w:27154@2025-07');
  });

  it('asks where a divided ward is concerned', () => {
    expect(successor('ubnd-huyen/d:770@0', { unit: WARDS.ward4District3 })).toBe('unit-divided');
    expect(successor('ubnd-xa/w:27148@0', { unit: WARDS.ward4District3 })).toBe('unit-divided');
  });

  it('carries the ward’s and the city’s bodies on by lineage', () => {
    expect(successor('ubnd-xa/w:27157@0', { unit: WARDS.ward2District3 })).toBe('ubnd-xa/w:27154@2025-07');
    expect(successor('ubnd-tinh/p:79@0', { unit: WARDS.ward2District3 })).toBe('ubnd-tinh/p:79@2025-07');
    expect(successor('chu-tich-tinh/p:77@0', { unit: WARDS.ward2District3 })).toBe(
      'chu-tich-tinh/p:79@2025-07',
    );
    expect(successor('ban-tiep-nhan/p:79@0', { unit: WARDS.ward4District3 })).toBe(
      'ban-tiep-nhan/p:79@2025-07',
    );
  });

  it('moves Party matters to the ward’s Party committee', () => {
    expect(successor('dang-uy-huyen/d:770@0', { unit: WARDS.ward2District3, category: 'TOCHUC' })).toBe(
      'dang-uy-xa/w:27154@2025-07',
    );
  });

  it('says who has ended', () => {
    const matter: Matter = { category: 'GT-HT', conditions: {}, place: { unit: WARDS.ward2District3 } };
    const verdict = successorFor(registry, matter, {
      agencyId: 'ubnd-xa/w:27157@0',
      at: FIRST_INSTANT_WITHOUT,
    });
    expect(verdict).toMatchObject({ kind: 'decided', rule: 'lineage' });
    expect(verdict.kind === 'decided' && verdict.reason).toContain('UBND Phường 2 đã kết thúc hoạt động');
  });
});

describe('other days', () => {
  it('the department of transport goes on under new names', () => {
    const at = on('2025-03-01');
    expect(successor('so-gtvt-hcm', { unit: WARDS.thoiAnBefore, at })).toBe('so-gtcc-hcm');
    expect(successor('so-gtvt-hcm', { unit: WARDS.thoiAnBefore, at: on('2025-05-01') })).toBe('so-xd-hcm');
  });

  it('the district police end four months before the districts', () => {
    const ask = { unit: WARDS.ward4District3, category: 'CCCD', at: on('2025-03-01') };
    expect(successor('cong-an-huyen/d:770@0', ask)).toBe('cong-an-xa/w:27148@0');
  });

  it('divided work of a department stays with the province', () => {
    const ask = { unit: WARDS.thoiAnBefore, category: 'ASXH', at: on('2025-03-01') };
    expect(successor('so-ldtbxh-hcm', ask)).toBe('so-y-te-hcm');
  });

  it('Đồng Nai’s communes have new ids since 2026-04-30', () => {
    const commune = registry.children('p:75@2025-07')[0]?.id ?? '';
    const next = registry.edgesFrom(commune)[0]?.newId ?? '';
    expect(successor(`ubnd-xa/${commune}`, { unit: commune, at: on('2026-04-30') })).toBe(`ubnd-xa/${next}`);
  });
});

describe('an agency as of a day', () => {
  it('has its name, superior and end', () => {
    expect(agencyAsOf(registry, 'ubnd-huyen/d:761@0', STORY_DAY)).toMatchObject({
      name: 'UBND Quận 12',
      tier: 'huyen',
      superior: { id: 'ubnd-tinh/p:79@0' },
      endsAt: FIRST_INSTANT_WITHOUT,
    });
  });

  it('exists until the last instant before local midnight', () => {
    expect(agencyAsOf(registry, 'ubnd-huyen/d:770@0', LAST_INSTANT_OF_DISTRICTS)?.name).toBe('UBND Quận 3');
    expect(agencyAsOf(registry, 'ubnd-huyen/d:770@0', FIRST_INSTANT_WITHOUT)).toBeNull();
  });

  it('does not end where only its version does', () => {
    expect(holderEnd(registry, 'so-xd-hcm', STORY_DAY)).toBeNull();
    expect(holderEnd(registry, 'so-gtcc-hcm', on('2025-03-10'))).toBe('2025-04-30T17:00:00.000Z');
    expect(holderEnd(registry, 'cong-an-xa/w:27148@0', STORY_DAY)).toBe(FIRST_INSTANT_WITHOUT);
    expect(holderEnd(registry, 'no-such-body', TODAY)).toBeNull();
  });

  it('is named by the kind of its unit', () => {
    const name = (id: string, at = STORY_DAY) => agencyAsOf(registry, id, at)?.name;
    expect(name('dang-uy-huyen/d:761@0')).toBe('Quận ủy Quận 12');
    expect(name('dang-uy-huyen/d:867@0')).toBe('Thành ủy Thành phố Sa Đéc');
    expect(name('dang-uy-tinh/p:79@0')).toBe('Thành ủy Thành phố Hồ Chí Minh');
    expect(name('dang-uy-tinh/p:87@0')).toBe('Tỉnh ủy Tỉnh Đồng Tháp');
    expect(name('phong-kthtdt/w:26773@2025-07', TODAY)).toBe(
      'Phòng Kinh tế, Hạ tầng và Đô thị Phường Thới An',
    );
    expect(name('phong-kinh-te/w:26773@2025-07', TODAY)).toBeUndefined();
  });
});
