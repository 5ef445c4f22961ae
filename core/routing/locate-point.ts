import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { PolygonSet } from '../registry/parts.js';
import type { Registry } from '../registry/registry.js';
import type { Unit } from '../registry/unit.js';
import { isValidOn, type LocalDay } from '../time.js';
import { isInside, metresToEdge, type Ring } from './geometry.js';
import type { Point } from './place.js';

/** The polygons are simplified to about ten metres and are no legal boundary. */
export const BORDER_BAND_METRES = 15;
const BAND_DEGREES = BORDER_BAND_METRES / 100_000;

interface Shape {
  code: string;
  rings: Ring[];
  box: { west: number; south: number; east: number; north: number };
}

const ringsOf = (geometry: Polygon | MultiPolygon): Ring[] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as unknown as Ring[];

const boxOf = (rings: readonly Ring[]): Shape['box'] => {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of rings.flat()) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
};

const decode = ({ topology }: PolygonSet): Shape[] =>
  Object.values(topology.objects).flatMap((object) => {
    const decoded = feature(topology, object);
    const features = decoded.type === 'FeatureCollection' ? decoded.features : [decoded];
    return features.map((each) => {
      const rings = ringsOf(each.geometry as Polygon | MultiPolygon);
      const code = String((each.properties as { code?: unknown } | null)?.code);
      return { code, rings, box: boxOf(rings) };
    });
  });

const decoded = new WeakMap<PolygonSet, Shape[]>();
const shapesOf = (set: PolygonSet): Shape[] => {
  const kept = decoded.get(set) ?? decode(set);
  decoded.set(set, kept);
  return kept;
};

export type Located =
  | { kind: 'inside'; unit: Unit }
  | { kind: 'border'; units: Unit[] }
  | { kind: 'outside' }
  /** No polygons of the wards of that day. */
  | { kind: 'no-polygons' };

const isNear = ({ box }: Shape, { lon, lat }: Point): boolean =>
  lon >= box.west - BAND_DEGREES &&
  lon <= box.east + BAND_DEGREES &&
  lat >= box.south - BAND_DEGREES &&
  lat <= box.north + BAND_DEGREES;

const wardOf = (
  registry: Registry,
  set: PolygonSet,
  found: { code: string; day: LocalDay },
): Unit | undefined =>
  registry.children(set.provinceId).find((unit) => unit.gsoCode === found.code && isValidOn(unit, found.day));

/** The ward around a point; a point within the border band belongs to nobody until a person has looked. */
export const locatePoint = (registry: Registry, point: Point, day: LocalDay): Located => {
  const sets = registry.polygonSets.filter((set) => {
    const province = registry.unit(set.provinceId);
    return province !== undefined && isValidOn(province, day) && set.validFrom <= day;
  });
  if (sets.length === 0) return { kind: 'no-polygons' };
  const near = sets.flatMap((set) =>
    shapesOf(set)
      .filter((shape) => isNear(shape, point))
      .map((shape) => ({ set, shape })),
  );
  const units = (found: typeof near) =>
    found.flatMap(({ set, shape }) => wardOf(registry, set, { code: shape.code, day }) ?? []);
  const atBorder = near.filter(({ shape }) => metresToEdge(shape.rings, point) <= BORDER_BAND_METRES);
  if (atBorder.length > 0) return { kind: 'border', units: units(atBorder) };
  const [unit] = units(near.filter(({ shape }) => isInside(shape.rings, point)));
  return unit === undefined ? { kind: 'outside' } : { kind: 'inside', unit };
};
