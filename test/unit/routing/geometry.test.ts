import { describe, expect, it } from 'vitest';
import { isInside, metresToEdge } from '../../../core/routing/geometry.js';

/** About 1.1 km a side, with a hole in the middle. */
const square = [
  [106.7, 10.7],
  [106.71, 10.7],
  [106.71, 10.71],
  [106.7, 10.71],
  [106.7, 10.7],
] as const;
const hole = [
  [106.704, 10.704],
  [106.706, 10.704],
  [106.706, 10.706],
  [106.704, 10.706],
  [106.704, 10.704],
] as const;

describe('a ring', () => {
  it('contains what lies in it and not in its hole', () => {
    expect(isInside([square, hole], { lon: 106.702, lat: 10.702 })).toBe(true);
    expect(isInside([square, hole], { lon: 106.705, lat: 10.705 })).toBe(false);
    expect(isInside([square, hole], { lon: 106.72, lat: 10.705 })).toBe(false);
  });

  it('is as far away as its nearest edge, in metres', () => {
    expect(metresToEdge([square], { lon: 106.705, lat: 10.6999 })).toBeCloseTo(11.13, 1);
    // One ten-thousandth of a degree of longitude is shorter at this latitude.
    expect(metresToEdge([square], { lon: 106.6999, lat: 10.705 })).toBeCloseTo(10.94, 1);
  });

  it('is measured to a corner when that is nearest', () => {
    expect(metresToEdge([square], { lon: 106.6999, lat: 10.6999 })).toBeCloseTo(15.61, 1);
  });
});
