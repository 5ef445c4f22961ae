import { describe, expect, it } from 'vitest';
import { ReleaseRegisters, type ReleaseSource } from '../../../adapters/registers.js';
import { buildRelease, manifestBytes, type Release } from '../../../core/registry/release.js';
import { readParts } from '../../../registry/read-parts.js';

const parts = readParts();
const release = buildRelease(parts, 'test');
const other = buildRelease(parts, 'another');

/** Releases in memory, with a pointer that tests move and a count of what was fetched. */
const source = (releases: Release[]) => {
  const objects = new Map(
    releases.flatMap(({ id, manifest, objects: all }) => [...all, [id, manifestBytes(manifest)] as const]),
  );
  const state = { pointer: releases[0]?.id ?? '', fetched: [] as string[], isDown: false };
  const port: ReleaseSource = {
    pointer: () => (state.isDown ? Promise.reject(new Error('down')) : Promise.resolve(state.pointer)),
    object: (sha256) => {
      state.fetched.push(sha256);
      const bytes = objects.get(sha256);
      return bytes === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(bytes);
    },
  };
  return { port, state };
};

const S1B_DAY = '2023-03-10T02:00:00.000Z';
const THOI_AN = 'w:26773@0';

describe('ReleaseRegisters', () => {
  const { port, state } = source([release, other]);
  let realMs = 0;
  const registers = new ReleaseRegisters(port, () => realMs);

  it('finds the province of a ward and routes by the rules of the day', async () => {
    const place = await registers.place({ unit: THOI_AN }, S1B_DAY);
    expect(place).toEqual({ kind: 'ward', provinceId: 'p:79@0', unitId: THOI_AN });
    const jurisdiction = await registers.jurisdiction('p:79@0');
    const facts = {
      ...{
        category: 'GT-BIEN',
        conditions: {},
        lane: 'admin' as const,
        provinceId: 'p:79@0',
        unitId: THOI_AN,
      },
      ...{ placeIssue: null, receivedBy: null, addressee: null, against: null },
    };
    const first = jurisdiction.first(facts, S1B_DAY);
    expect(first.holder.id).toBe('ubnd-xa/w:26773@0');
    const beyond = jurisdiction.next(facts, first.holder, { at: S1B_DAY, why: 'beyond-competence' });
    expect(beyond.holder.id).toBe('ubnd-huyen/d:761@0');
    const city = jurisdiction.next(facts, beyond.holder, { at: S1B_DAY, why: 'late' });
    const top = jurisdiction.next(facts, city.holder, { at: S1B_DAY, why: 'late' });
    expect([city.holder.id, top.holder.id]).toEqual(['ubnd-tinh/p:79@0', 'chu-tich-tinh/p:79@0']);
    expect([first, beyond, city, top].map((step) => step.isLastOwner)).toEqual([false, false, false, true]);
  });

  it('asks for a point or street where a ward was divided, and says that an unknown unit is unknown', async () => {
    const divided = await registers.place({ unit: 'w:27160@0' }, '2026-11-22T02:00:00.000Z');
    const unknown = await registers.place({ unit: 'w:99999@0' }, S1B_DAY);
    expect(['undecided', 'ward']).toContain(divided.kind);
    expect(unknown).toEqual({ kind: 'unknown', code: 'unknown-unit' });
  });

  it('finds the ward of a point, and none far out at sea', async () => {
    const today = '2026-11-22T02:00:00.000Z';
    const inside = await registers.place({ point: { lat: 10.7769, lon: 106.7009 } }, today);
    expect(inside.kind).toBe('ward');
    expect(await registers.place({ point: { lat: 9, lon: 109 } }, today)).toEqual({
      kind: 'unknown',
      code: 'outside',
    });
  });

  it('sends to the reception desk what has no place, with its own short clock', async () => {
    const jurisdiction = await registers.jurisdiction('p:79@2025-07');
    const facts = {
      ...{
        category: 'TTDT',
        conditions: {},
        lane: 'admin' as const,
        provinceId: 'p:79@2025-07',
        unitId: null,
      },
      ...{ placeIssue: 'border', receivedBy: null, addressee: null, against: null },
    };
    const desk = jurisdiction.first(facts, '2026-11-20T02:00:00.000Z');
    expect(desk.isTriage).toBe(true);
    const above = jurisdiction.next(facts, desk.holder, { at: '2026-11-23T10:00:00.000Z', why: 'late' });
    expect(above.holder.id).not.toBe(desk.holder.id);
  });

  it('loads each object once and follows the pointer after a minute', async () => {
    await registers.timetable({
      ...{ provinceId: 'p:79@2025-07', serviceClass: 'thuong' },
      ...{ unitId: null, calendars: {} },
    });
    await registers.calendarDaysLeft(S1B_DAY);
    expect(new Set(state.fetched).size).toBe(state.fetched.length);
    state.pointer = other.id;
    expect((await registers.release()).id).toBe(release.id);
    realMs += 60_000;
    expect((await registers.release()).id).toBe(other.id);
  });

  it('keeps the last release in force while the pointer cannot be read', async () => {
    realMs += 60_000;
    state.isDown = true;
    expect((await registers.release()).id).toBe(other.id);
  });

  it('gives every category of the registry a timetable', async () => {
    for (const { code, serviceClass } of parts.competence.categories) {
      expect((await registers.category(code))?.serviceClass).toBe(serviceClass);
      const timetable = await registers.timetable({
        ...{ provinceId: 'p:79@2025-07', serviceClass },
        ...{ unitId: null, calendars: {} },
      });
      expect(timetable.firstNotice(S1B_DAY).at).toBe('2023-03-24T10:00:00.000Z');
    }
  });
});
