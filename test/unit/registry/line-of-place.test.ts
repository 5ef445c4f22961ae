import { describe, expect, test } from 'vitest';
import { buildRegistry } from '../../../core/registry/registry.js';
import { lineOfPlace } from '../../../core/registry/line-of-place.js';
import { parts } from '../routing/shipped.js';

const registry = buildRegistry(parts);

describe('the line of a place', () => {
  test('a ward with the province above it', () => {
    expect(lineOfPlace(registry, 'w:27154@2025-07')).toEqual(['w:27154@2025-07', 'p:79@2025-07']);
  });

  test('an earlier ward that went over whole is also where it lies today', () => {
    const line = lineOfPlace(registry, 'w:27157@0');
    expect(line).toEqual(
      expect.arrayContaining(['w:27157@0', 'd:770@0', 'p:79@0', 'w:27154@2025-07', 'p:79@2025-07']),
    );
  });

  test('an earlier ward that was divided lies nowhere for certain', () => {
    expect(lineOfPlace(registry, 'w:27148@0')).toEqual(['w:27148@0', 'd:770@0', 'p:79@0']);
  });

  test('an earlier province is the present one too', () => {
    expect(lineOfPlace(registry, 'p:79@0')).toEqual(['p:79@0', 'p:79@2025-07']);
  });

  test('an unknown unit has none', () => {
    expect(lineOfPlace(registry, 'w:0')).toEqual([]);
  });
});
