import { describe, expect, it } from 'vitest';
import { locatePoint } from '../../../core/routing/locate-point.js';
import { resolvePlace, type PlaceAnswer } from '../../../core/routing/resolve-place.js';
import { fullName } from '../../../core/registry/unit-name.js';
import {
  FIRST_INSTANT_WITHOUT,
  LAST_INSTANT_OF_DISTRICTS,
  on,
  registry,
  STORY_DAY,
  TODAY,
  WARDS,
} from './shipped.js';

const name = (answer: PlaceAnswer): string =>
  answer.kind === 'ward' ? fullName(registry, answer.unit) : `${answer.kind}: ${answer.reason}`;

const place = (unit: string, at: string) => resolvePlace(registry, { unit }, at);

describe('a unit that is named', () => {
  it('stays what it was on its own day', () => {
    expect(name(place(WARDS.thoiAnBefore, STORY_DAY))).toBe('Phường Thới An, Quận 12, Thành phố Hồ Chí Minh');
  });

  it('is another Thới An in Ô Môn', () => {
    expect(name(place(WARDS.thoiAnOMon, STORY_DAY))).toBe('Phường Thới An, Quận Ô Môn, Thành phố Cần Thơ');
  });

  it('is followed through a whole lineage', () => {
    expect(place(WARDS.ward2District3, TODAY)).toMatchObject({ kind: 'ward', unit: { id: WARDS.banCo } });
  });

  it('is followed through a chain: Đồng Nai changed again on 2026-04-30', () => {
    const old = 'w:26068@0';
    const between = place(old, on('2026-04-29'));
    const after = place(old, on('2026-04-30'));
    expect(between).toMatchObject({ kind: 'ward', unit: { parentId: 'p:75@2025-07' } });
    expect(after).toMatchObject({ kind: 'ward', unit: { parentId: 'p:75@2026-04' } });
  });

  it('asks for a point when it was divided, and names the receivers', () => {
    const answer = place(WARDS.ward4District3, TODAY);
    expect(answer).toMatchObject({ kind: 'missing', reason: 'unit-divided' });
    if (answer.kind === 'ward') throw new Error('guessed');
    expect(answer.candidates.map(({ id }) => id).sort()).toEqual([WARDS.xuanHoa, WARDS.banCo].sort());
    expect(answer.question).toContain('Phường Bàn Cờ');
  });

  it('switches at local midnight', () => {
    expect(name(place(WARDS.ward4District3, LAST_INSTANT_OF_DISTRICTS))).toBe(
      'Phường 4, Quận 3, Thành phố Hồ Chí Minh',
    );
    expect(name(place(WARDS.ward4District3, FIRST_INSTANT_WITHOUT))).toBe('missing: unit-divided');
  });

  it('is refused when it does not exist yet, is unknown or too large', () => {
    expect(name(place(WARDS.thoiAn, STORY_DAY))).toBe('missing: unit-not-valid');
    expect(name(place('w:99999@0', STORY_DAY))).toBe('missing: unknown-unit');
    expect(name(place('d:761@0', STORY_DAY))).toBe('missing: unit-too-large');
    expect(name(place('d:761@0', TODAY))).toBe('missing: unit-too-large');
    expect(name(place('p:79@2025-07', TODAY))).toBe('missing: unit-too-large');
  });

  it('may be an island district that had no communes', () => {
    expect(name(place('d:755@0', STORY_DAY))).toBe('Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu');
    expect(name(place('d:755@0', TODAY))).toBe('Đặc khu Côn Đảo, Thành phố Hồ Chí Minh');
  });
});

describe('a point', () => {
  // Inside the wards of today; the distance to every border is more than 15 m.
  const inBanCo = { lat: 10.7703, lon: 106.6829 };
  const ask = (query: Parameters<typeof resolvePlace>[1], at = TODAY) =>
    name(resolvePlace(registry, query, at));

  it('finds its ward', () => {
    expect(ask({ point: inBanCo })).toBe('Phường Bàn Cờ, Thành phố Hồ Chí Minh');
  });

  it('decides between the receivers of a divided ward', () => {
    expect(ask({ unit: WARDS.ward4District3, point: inBanCo })).toBe('Phường Bàn Cờ, Thành phố Hồ Chí Minh');
  });

  it('that lies elsewhere than the divided ward goes to the desk', () => {
    const farAway = { lat: 10.4114, lon: 107.1362 };
    expect(ask({ unit: WARDS.ward4District3, point: farAway })).toBe('triage: point-elsewhere');
  });

  it('outside all wards goes to the desk', () => {
    expect(ask({ point: { lat: 21.03, lon: 105.85 } })).toBe('triage: outside');
  });

  it('asks for the ward on days without polygons', () => {
    expect(ask({ point: inBanCo }, STORY_DAY)).toBe('missing: no-polygons');
    expect(ask({ unit: WARDS.ward4District3, point: inBanCo }, STORY_DAY)).toContain('Phường 4, Quận 3');
  });

  it('within 15 m of a border belongs to nobody', () => {
    // Walks east until the ward changes: the step before and after are at most 1 m from the border.
    const step = 1e-5;
    const at = (i: number) => ({ lat: inBanCo.lat, lon: inBanCo.lon + i * step });
    const kinds = Array.from({ length: 4000 }, (_, i) => locatePoint(registry, at(i), '2026-11-22').kind);
    const first = kinds.indexOf('border');
    const width = kinds.slice(first).findIndex((kind) => kind !== 'border');
    expect(first).toBeGreaterThan(0);
    expect(width).toBeGreaterThanOrEqual(27);
    expect(ask({ point: at(first) })).toBe('triage: border');
  });

  it('is asked for when nothing is said', () => {
    expect(ask({})).toBe('missing: no-place');
  });
});

describe('traps of names', () => {
  const all = parts2();
  it('26 wards were called Phường 2 on the eve of the reform, and each has its own id', () => {
    expect(all).toHaveLength(26);
    const now = all.map((id) => name(place(id, TODAY)));
    expect(new Set(now).size).toBeGreaterThan(20);
  });

  it('Đồng Tháp is 82 today and was 87', () => {
    expect(place('w:29911@0', STORY_DAY)).toMatchObject({ kind: 'ward', unit: { parentId: 'd:867@0' } });
    expect(registry.unit('d:867@0')?.parentId).toBe('p:87@0');
    expect(place('w:29911@0', TODAY)).toMatchObject({
      kind: 'ward',
      unit: { name: 'Sa Đéc', parentId: 'p:82@2025-07' },
    });
  });
});

function parts2(): string[] {
  return registry
    .provinces()
    .flatMap(({ id }) => registry.children(id))
    .flatMap(({ id }) => registry.children(id))
    .filter(({ kind, name: own }) => kind === 'Phường' && own === '2')
    .map(({ id }) => id);
}
