import { describe, expect, it } from 'vitest';
import { agencyOn, endOf } from '../../../core/registry/agency-on.js';
import { parseArea } from '../../../core/registry/area.js';
import { holdersIn } from '../../../core/registry/holder-of.js';
import { registry } from '../routing/shipped.js';

const holder = (fn: string, day: string) =>
  holdersIn(registry, fn, { provinceId: day < '2025-07-01' ? 'p:79@0' : 'p:79@2025-07', day }).map(
    ({ id }) => id,
  );

describe('functions of TP.HCM', () => {
  it.each([
    ['giao-thong', '2025-02-28', 'so-gtvt-hcm'],
    ['giao-thong', '2025-03-01', 'so-gtcc-hcm'],
    ['giao-thong', '2025-05-01', 'so-xd-hcm'],
    ['ha-tang-ky-thuat', '2025-03-01', 'so-gtcc-hcm'],
    ['quy-hoach', '2025-09-30', 'so-xd-hcm'],
    ['quy-hoach', '2025-10-01', 'so-qhkt-hcm'],
    ['attp', '2023-12-31', 'ban-attp-hcm'],
    ['attp', '2024-01-01', 'so-attp-hcm'],
    ['gia-thi-truong', '2025-06-01', 'chi-cuc-qltt-hcm'],
    ['khong-ro', '2026-11-22', 'van-phong-ubnd-tinh/p:79@2025-07'],
  ])('%s on %s is held by %s alone', (fn, day, expected) => {
    expect(holder(fn, day)).toEqual([expected]);
  });

  it('are nobody’s where none is entered', () => {
    expect(holdersIn(registry, 'giao-thong', { provinceId: 'p:01@0', day: '2026-11-22' })).toEqual([]);
  });
});

describe('agencies', () => {
  it('exist only where their pattern allows', () => {
    const exists = (id: string, day: string) => agencyOn(registry, id, day) !== null;
    expect(exists('ubnd-xa/w:26773@0', '2025-06-30')).toBe(true);
    expect(exists('ubnd-xa/w:26773@0', '2025-07-01')).toBe(false);
    expect(exists('ubnd-xa/d:761@0', '2023-03-10')).toBe(false);
    expect(exists('ubnd-xa', '2023-03-10')).toBe(false);
    expect(exists('so-xd-hcm/p:79@0', '2023-03-10')).toBe(false);
    expect(exists('tram-y-te-xa/w:20206@0', '2023-03-10')).toBe(false);
    expect(exists('khu-pho', '2023-03-10')).toBe(false);
    expect(exists('diem-can-cuoc-hcm/w:26824@2025-07', '2026-11-22')).toBe(true);
    expect(exists('diem-can-cuoc-hcm/w:26773@2025-07', '2026-11-22')).toBe(false);
  });

  it('end with their unit or their last version', () => {
    const end = (id: string, day: string) => {
      const agency = agencyOn(registry, id, day);
      return agency === null ? 'none' : endOf(registry, agency);
    };
    expect(end('cong-an-xa/w:26773@0', '2025-02-01')).toBe('2025-07-01');
    expect(end('cong-an-huyen/d:761@0', '2025-02-01')).toBe('2025-03-01');
    expect(end('so-xd-hcm', '2025-02-01')).toBeNull();
    expect(end('ubnd-xa/w:26773@2025-07', '2025-08-01')).toBeNull();
  });
});

it('reads every way to write an area', () => {
  expect(parseArea('each:ward[Xã|Đặc khu] in p:79@0')).toEqual({
    kind: 'each',
    level: 'ward',
    unitKinds: ['Xã', 'Đặc khu'],
    within: 'p:79@0',
  });
  expect(parseArea('zones in {province}')).toEqual({ kind: 'zones', within: null });
  expect(parseArea('somewhere')).toBeNull();
});
