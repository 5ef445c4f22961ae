import { describe, expect, test } from 'vitest';
import type { Suggestions } from '../../core/petition/desk-precedent.js';
import { expectInvariants } from '../support/asl/invariants.js';
import {
  CATEGORY,
  DISTRICT,
  NEIGHBOUR,
  NEW_WARD,
  SLOW_CATEGORY,
  smallRegisters,
  WARD,
} from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';

const DESK = { id: 'ban-tiep-nhan', name: 'Bàn tiếp nhận', tier: 'tinh' };
const NOTHING: Suggestions = { agencies: [], categories: [] };
const TRANSFER = { decision: 'transfer', agency: WARD.id, text: 'Thuộc phường Thới An.' } as const;

/** No rule names anybody for the usual category: the reception desk sorts it. */
const unsorted = (districtsUntil: string | null = null): World => {
  const registers = smallRegisters({ districtsUntil });
  const jurisdiction = async () => {
    const known = await registers.jurisdiction('hcm');
    return {
      ...known,
      first: (...[facts, at]: Parameters<typeof known.first>) => {
        const routed = known.first(facts, at);
        return facts.category === CATEGORY ? { ...routed, holder: DESK, isTriage: true } : routed;
      },
    };
  };
  return new World({ registers: { ...registers, jurisdiction } });
};

const handedIn = async (world: World): Promise<{ id: string; link: string }> => {
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { id, link: (await world.linkOf(id)) ?? '' };
};

const shown = async (world: World, link: string): Promise<Suggestions> => {
  const page = await world.view(link);
  if (page.kind !== 'live') throw new Error('no task of a holder');
  return page.suggestions;
};

const nonceOf = async (world: World, link: string): Promise<string> => {
  const page = await world.view(link);
  if (page.kind === 'dead') throw new Error('no form');
  return page.nonce;
};

const kept = (world: World) =>
  world.fakes.database.all('Petitions').filter(({ pk }) => pk.startsWith('SORTED#'));

describe('what the reception desk has decided', () => {
  test('is shown with the next matter alike, and its unit is shown nothing', async () => {
    const world = unsorted();
    const first = await handedIn(world);
    expect(await shown(world, first.link)).toEqual(NOTHING);
    await world.decideBy(first.link, TRANSFER);
    await world.scheduler.runFor({ minutes: 5 });
    expect(await shown(world, (await world.linkOf(first.id)) ?? '')).toEqual(NOTHING);
    const next = await handedIn(world);
    expect(await shown(world, next.link)).toEqual({
      agencies: [{ agency: WARD, times: 1, lastOn: '2025-03-03' }],
      categories: [],
    });
    // Shown, not done.
    expect((await world.petition(next.id)).task).toMatchObject({ holder: DESK, isTriage: true });
    for (const { id } of [first, next]) await expectInvariants(world, id);
  });

  test('is shown as a category where that was what the desk found', async () => {
    const world = unsorted();
    const first = await handedIn(world);
    await world.decideBy(first.link, {
      ...{ decision: 'reclassify', category: SLOW_CATEGORY, text: 'Là việc đất đai.' },
    });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(first.id)).task?.holder).toEqual(NEIGHBOUR);
    const next = await handedIn(world);
    expect(await shown(world, next.link)).toMatchObject({
      agencies: [],
      categories: [{ category: { code: SLOW_CATEGORY, label: 'Đất đai' }, times: 1 }],
    });
    expect((await world.petition(next.id)).category).toBe(CATEGORY);
    await expectInvariants(world, first.id);
  });

  test('names who follows, once the agency is no more', async () => {
    const world = unsorted(vn('2025-03-10', '00:00'));
    const first = await handedIn(world);
    await world.decideBy(first.link, { ...TRANSFER, agency: DISTRICT.id });
    await world.scheduler.runFor({ minutes: 5 });
    const before = await handedIn(world);
    expect((await shown(world, before.link)).agencies).toMatchObject([{ agency: DISTRICT }]);
    await world.scheduler.runUntil(vn('2025-03-10', '08:00'));
    const after = await handedIn(world);
    const { agencies } = await shown(world, after.link);
    expect(agencies).toEqual([{ agency: NEW_WARD, times: 1, lastOn: '2025-03-03' }]);
  });

  test('of two matters at once is kept of both', async () => {
    const world = unsorted();
    const [a, b] = [await handedIn(world), await handedIn(world)];
    await Promise.all([
      world.decideBy(a.link, TRANSFER),
      world.decideBy(b.link, { ...TRANSFER, agency: NEIGHBOUR.id }),
    ]);
    await world.scheduler.runFor({ minutes: 5 });
    const { agencies } = await shown(world, (await handedIn(world)).link);
    expect(agencies.map(({ agency, times }) => [agency.id, times]).toSorted()).toEqual([
      [WARD.id, 1],
      [NEIGHBOUR.id, 1],
    ]);
  });

  test('of two people at one desk is kept of the one whose decision counts', async () => {
    const world = unsorted();
    const { id, link } = await handedIn(world);
    const posts = await Promise.allSettled([
      world.decideBy(link, TRANSFER),
      world.decideBy(link, { ...TRANSFER, agency: NEIGHBOUR.id }),
    ]);
    expect(posts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { task } = await world.petition(id);
    expect(kept(world).map(({ agencyId }) => agencyId)).toEqual([task?.holder.id]);
  });

  test('is written once, however often the form is posted', async () => {
    const world = unsorted();
    const { link } = await handedIn(world);
    const form = { ...TRANSFER, nonce: await nonceOf(world, link) };
    const outcomes = await Promise.all([world.decideBy(link, form), world.decideBy(link, form)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'repeated']);
    expect((await world.decideBy(link, form)).kind).toBe('repeated');
    expect(kept(world)).toHaveLength(1);
  });

  test('is there with its decision or not at all, when the writer stops', async () => {
    const world = unsorted();
    const { id, link } = await handedIn(world);
    const form = { ...TRANSFER, nonce: await nonceOf(world, link) };
    const { store } = world.fakes;
    const commit = store.commit.bind(store);
    store.commit = () => Promise.reject(new Error('stopped before'));
    await expect(world.decideBy(link, form)).rejects.toThrow('stopped before');
    expect(kept(world)).toEqual([]);
    store.commit = async (change) => {
      await commit(change);
      throw new Error('stopped after');
    };
    expect((await world.decideBy(link, form)).kind).toBe('repeated');
    store.commit = commit;
    expect((await world.decideBy(link, form)).kind).toBe('repeated');
    expect(kept(world)).toHaveLength(1);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).task).toMatchObject({ holder: WARD, isTriage: false });
    await expectInvariants(world, id);
  });
});
