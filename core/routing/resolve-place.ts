import type { Registry } from '../registry/registry.js';
import { displayName, fullName } from '../registry/unit-name.js';
import type { Unit } from '../registry/unit.js';
import { isValidOn, localDayOf, type Instant, type LocalDay } from '../time.js';
import { locatePoint } from './locate-point.js';
import type { Point } from './place.js';

export interface PlaceQuery {
  /** Unit id of any period; followed to the wanted day. */
  unit?: string | undefined;
  point?: Point | undefined;
}

/** Why a place is open. The first five can be mended by whoever asks; the rest need the reception desk. */
export type PlaceIssue =
  | 'no-place'
  | 'unknown-unit'
  | 'unit-not-valid'
  | 'unit-too-large'
  | 'unit-divided'
  | 'no-polygons'
  | 'point-elsewhere'
  | 'border'
  | 'outside';

export type PlaceAnswer =
  | { kind: 'ward'; unit: Unit }
  | { kind: 'missing' | 'triage'; reason: PlaceIssue; candidates: Unit[]; question: string };

type Open = Extract<PlaceAnswer, { kind: 'missing' | 'triage' }>;

const QUESTIONS: Record<PlaceIssue, string> = {
  'no-place': 'Sự việc xảy ra ở phường, xã nào?',
  'unknown-unit': 'Không có đơn vị hành chính mang mã này. Sự việc xảy ra ở phường, xã nào?',
  'unit-not-valid':
    'Đơn vị hành chính này chưa có vào ngày đó. Vào ngày đó, nơi xảy ra sự việc thuộc phường, xã nào?',
  'unit-too-large': 'Sự việc xảy ra ở phường, xã nào trong địa bàn này?',
  'unit-divided':
    'Đơn vị này đã được chia cho nhiều phường, xã. Xin cho biết tên đường, số nhà hoặc chọn vị trí trên bản đồ.',
  'no-polygons': 'Chưa có bản đồ ranh giới cho nơi này vào ngày đó. Sự việc xảy ra ở phường, xã nào?',
  'point-elsewhere':
    'Vị trí trên bản đồ không nằm trong phường, xã đã nêu. Bàn tiếp nhận sẽ xác minh địa điểm.',
  border: 'Vị trí nằm sát ranh giới giữa các phường, xã. Bàn tiếp nhận sẽ xác minh địa điểm.',
  outside: 'Vị trí nằm ngoài các phường, xã có trong bản đồ. Bàn tiếp nhận sẽ xác minh địa điểm.',
};

const DESK_ISSUES: readonly PlaceIssue[] = ['point-elsewhere', 'border', 'outside'];

const open = (reason: PlaceIssue, candidates: Unit[] = []): Open => ({
  kind: DESK_ISSUES.includes(reason) ? 'triage' : 'missing',
  reason,
  candidates,
  question: QUESTIONS[reason],
});

const divided = (registry: Registry, unit: Unit, receivers: Unit[]): Open => {
  const names = receivers.map((each) => displayName(each, registry.displayPrefix)).join('; ');
  const question = `${fullName(registry, unit)} đã được chia cho: ${names}. Xin cho biết tên đường, số nhà hoặc chọn vị trí trên bản đồ.`;
  return { ...open('unit-divided', receivers), question };
};

/** A point decides between the receivers of a divided unit; a name never does. */
const choose = (
  registry: Registry,
  ask: { unit: Unit; receivers: Unit[]; point: Point | undefined; day: LocalDay },
) => {
  const { unit, receivers, point, day } = ask;
  if (point === undefined) return divided(registry, unit, receivers);
  const located = locatePoint(registry, point, day);
  if (located.kind === 'border') return open('border', located.units);
  if (located.kind === 'outside') return open('outside', receivers);
  if (located.kind === 'no-polygons') return divided(registry, unit, receivers);
  const leadsThere = receivers.some((each) => reaches(registry, each, located.unit));
  return leadsThere ? { kind: 'ward' as const, unit: located.unit } : open('point-elsewhere', receivers);
};

const reaches = (registry: Registry, from: Unit, to: Unit): boolean =>
  from.id === to.id ||
  registry.edgesFrom(from.id).some((edge) => {
    const next = edge.newId === null ? undefined : registry.unit(edge.newId);
    return next !== undefined && reaches(registry, next, to);
  });

const asWard = (registry: Registry, unit: Unit, day: LocalDay): PlaceAnswer => {
  if (unit.level === 'ward') return { kind: 'ward', unit };
  const below = registry.children(unit.id).filter((each) => isValidOn(each, day));
  // Five island districts had no communes before 2025-07-01: the district is the place.
  return below.length === 0 && unit.level === 'district'
    ? { kind: 'ward', unit }
    : open('unit-too-large', below);
};

const follow = (
  registry: Registry,
  unit: Unit,
  ask: { point: Point | undefined; day: LocalDay },
): PlaceAnswer => {
  if (isValidOn(unit, ask.day)) return asWard(registry, unit, ask.day);
  if (unit.validFrom !== null && ask.day < unit.validFrom) return open('unit-not-valid');
  const edges = registry.edgesFrom(unit.id);
  const receivers = edges.flatMap((edge) => registry.unit(edge.newId ?? '') ?? []);
  const [next] = receivers;
  if (next === undefined) return unit.level === 'ward' ? open('unknown-unit') : open('unit-too-large');
  if (edges.length === 1 && edges[0]?.extent === 'whole') return follow(registry, next, ask);
  return choose(registry, { unit, receivers, ...ask });
};

const byPoint = (registry: Registry, point: Point, day: LocalDay): PlaceAnswer => {
  const located = locatePoint(registry, point, day);
  if (located.kind === 'inside') return { kind: 'ward', unit: located.unit };
  return open(located.kind, located.kind === 'border' ? located.units : []);
};

/**
 * The ward of a place on the day of `at`. A unit that is named decides; `whole` lineage is followed, `part` asks for a
 * point. Never by a bare name: 26 wards were called "Phường 2" on the eve of the reform of 2025.
 */
export const resolvePlace = (
  registry: Registry,
  { unit: id, point }: PlaceQuery,
  at: Instant,
): PlaceAnswer => {
  const day = localDayOf(at);
  if (id === undefined) return point === undefined ? open('no-place') : byPoint(registry, point, day);
  const unit = registry.unit(id);
  return unit === undefined ? open('unknown-unit') : follow(registry, unit, { point, day });
};
