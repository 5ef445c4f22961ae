import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnchoredClock, createClock, systemClock, type ClockAnchor } from '../../../adapters/clock.js';

const REAL = Date.parse('2026-11-23T08:00:00.000Z');
const ANCHOR: ClockAnchor = {
  legalAt: '2025-06-30T16:00:00.000Z',
  realAt: '2026-11-23T08:00:00.000Z',
  speed: 60,
};

describe('legal time by an anchor', () => {
  let dir: string;
  let file: string;
  let real: number;
  const anchor = (value: unknown): void => {
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kien-nghi-clock-'));
    file = join(dir, 'clock.json');
    real = REAL;
    anchor(ANCHOR);
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('starts elsewhere and runs at its own speed', () => {
    const clock = new AnchoredClock(file, () => real);
    expect(clock.now()).toBe('2025-06-30T16:00:00.000Z');
    real += 60_000;
    expect(clock.now()).toBe('2025-06-30T17:00:00.000Z');
  });

  it('converts between legal and real distances', () => {
    const clock = new AnchoredClock(file, () => real);
    expect(clock.inRealSeconds(120)).toBe('2025-06-30T18:00:00.000Z');
    expect(clock.realSecondsUntil('2025-06-30T18:00:00.000Z')).toBe(120);
    expect(clock.realSecondsUntil('2025-06-30T15:00:00.000Z')).toBe(0);
  });

  it('sees a jump with the next call', () => {
    const clock = new AnchoredClock(file, () => real);
    clock.now();
    anchor({ ...ANCHOR, legalAt: '2025-08-01T00:00:00.000Z' });
    expect(clock.now()).toBe('2025-08-01T00:00:00.000Z');
  });

  it.each([{ ...ANCHOR, speed: 0 }, { ...ANCHOR, legalAt: 'soon' }, {}])('refuses the anchor %o', (value) => {
    anchor(value);
    expect(() => new AnchoredClock(file).now()).toThrow();
  });

  it('is used only where the environment names a file', () => {
    expect(createClock({ LEGAL_CLOCK_FILE: file })).toBeInstanceOf(AnchoredClock);
    expect(createClock({})).toBe(systemClock);
  });
});

describe('the system clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: REAL });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is real time', () => {
    expect(systemClock.now()).toBe('2026-11-23T08:00:00.000Z');
    expect(systemClock.inRealSeconds(1.5)).toBe('2026-11-23T08:00:01.500Z');
    expect(systemClock.realSecondsUntil('2026-11-23T08:00:10.000Z')).toBe(10);
    expect(systemClock.realSecondsUntil('2026-11-23T07:00:00.000Z')).toBe(0);
  });
});
