import { expect } from 'vitest';
import { verifyChain } from '../../../core/audit/verify-chain.js';
import { applyEvent, foldHistory } from '../../../core/petition/fold.js';
import { noticesFor } from '../../../core/petition/notices.js';
import type { Petition } from '../../../core/petition/petition.js';
import { openSupports } from '../../../core/petition/support.js';
import { MAX_SUPPORT_EXTENSIONS } from '../../../core/petition/support-extension.js';
import { MAX_SUPPORT_TRANSFERS } from '../../../core/petition/support-transfer.js';
import { isEnded, isHeld } from '../../../core/petition/transitions.js';
import type { World } from './world.js';

/** Ids of the notices that a history promises. */
const promisedNotices = async (world: World, petitionId: string): Promise<string[]> => {
  let before: Petition | null = null;
  const ids: string[] = [];
  for (const event of await world.history(petitionId)) {
    const after = applyEvent(before, event);
    const timetable = await world.registers.timetable(after);
    ids.push(...noticesFor(event, { before, after }, timetable).map((notice) => notice.id));
    before = after;
  }
  return ids;
};

const storedNotices = (world: World, petitionId: string): string[] =>
  world.fakes.database
    .query('Petitions', `PET#${petitionId}`)
    .filter((item) => item.sk.startsWith('NOTICE#'))
    .map((item) => item.sk.slice('NOTICE#'.length));

/** One holder and one wake-up for each open support thread; none is open beside a petition that nobody works on. */
const expectSupportInvariants = async (world: World, petition: Petition): Promise<void> => {
  const threads = await world.fakes.threads.all(petition.id);
  const names = ['lead', ...petition.supports.map(({ thread }) => thread)];
  expect(threads.map(({ thread }) => thread).toSorted()).toEqual(names.toSorted());
  const open = openSupports(petition);
  if (!isHeld(petition.status)) expect(open).toEqual([]);
  const holders = open.map(({ holder }) => holder.id);
  expect(new Set(holders).size).toBe(holders.length);
  for (const support of open) {
    expect(support.no).toBe(support.hops.length);
    expect(support.holder.id).toBe(support.hops.at(-1)?.to);
    expect(support.transfers).toBeLessThanOrEqual(MAX_SUPPORT_TRANSFERS);
    expect(support.extensionRequests).toBeLessThanOrEqual(MAX_SUPPORT_EXTENSIONS);
    expect((await world.thread(petition.id, support.thread)).wakeAt).not.toBeNull();
  }
};

/** What holds of a petition at every moment, whatever has happened to it. */
export const expectInvariants = async (world: World, petitionId: string): Promise<void> => {
  const history = await world.history(petitionId);
  const petition = await world.petition(petitionId);
  const thread = await world.thread(petitionId);
  expect(foldHistory(history)).toEqual(petition);
  expect(verifyChain(petitionId, history, petition.head)).toEqual([]);
  const times = history.map((event) => event.at);
  expect(times).toEqual(times.toSorted());
  expect(storedNotices(world, petitionId).toSorted()).toEqual(
    (await promisedNotices(world, petitionId)).toSorted(),
  );
  if (isHeld(petition.status)) {
    expect(petition.task?.no).toBe(petition.hops.length);
    expect(petition.task?.holder.id).toBe(petition.hops.at(-1)?.to);
  }
  expect((petition.task?.pause ?? null) !== null).toBe(petition.status === 'WAITING_RESIDENT');
  if (!isEnded(petition.status)) expect(thread.wakeAt).not.toBeNull();
  await expectSupportInvariants(world, petition);
};
