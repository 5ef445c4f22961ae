import type { Point } from './place.js';

/** A closed ring of `[lon, lat]`. */
export type Ring = readonly (readonly [number, number])[];

const METRES_PER_DEGREE = 111_320;

/** Crossing number: even-odd, so holes need no special care. */
export const isInside = (rings: readonly Ring[], { lon, lat }: Point): boolean => {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1, y1] = ring[i] ?? [0, 0];
      const [x2, y2] = ring[j] ?? [0, 0];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
};

type Xy = readonly [number, number];

const distanceFromOrigin = ([ax, ay]: Xy, [bx, by]: Xy): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + t * dx, ay + t * dy);
};

/** Metres from a point to the nearest edge, on a plane tangent at the point: exact to centimetres at this range. */
export const metresToEdge = (rings: readonly Ring[], point: Point): number => {
  const scaleX = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  const toXy = ([lon, lat]: readonly [number, number]): Xy => [
    (lon - point.lon) * scaleX,
    (lat - point.lat) * METRES_PER_DEGREE,
  ];
  let nearest = Infinity;
  for (const ring of rings) {
    const xy = ring.map(toXy);
    for (let i = 1; i < xy.length; i++)
      nearest = Math.min(nearest, distanceFromOrigin(xy[i - 1] ?? [0, 0], xy[i] ?? [0, 0]));
  }
  return nearest;
};
