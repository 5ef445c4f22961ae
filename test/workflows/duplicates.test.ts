import { describe, expect, test } from 'vitest';
import { ValidationError } from '../../core/errors.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { SLOW_CATEGORY, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { ANSWER, FOLLOWER, link, linkedTwice, twice } from './duplicating.js';
import { mails, SATISFIED, WITHDRAW } from './resident.js';

const faultsOf = async (refused: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  if (!(error instanceof ValidationError)) throw new TypeError('not refused');
  return error.issues.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('a duplicate', () => {
  test('keeps its code and its holder, is told and waits; nobody is reminded or late by it', async () => {
    const { world, follower, main } = await linkedTwice();
    const petition = await world.petition(follower);
    expect(petition).toMatchObject({ status: 'LINKED', duplicateOf: { id: main }, task: { holder: WARD } });
    expect((await world.thread(follower)).wakeAt).not.toBeNull();
    await world.scheduler.runFor({ days: 20 });
    const told = await world.told(follower);
    expect(told).toEqual(['PetitionSubmitted', 'PetitionRouted', 'DuplicateLinked']);
    expect((await world.thread(follower)).wakeAt).not.toBeNull();
    expect(mails(world, FOLLOWER)).toEqual(['receipt', 'merged']);
    await expectInvariants(world, follower);
  });

  test('gets the answer of the main petition as its own, sealed under its own key, and feedback of its own', async () => {
    const { world, main, follower } = await linkedTwice();
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 5 });
    const petition = await world.petition(follower);
    expect(petition).toMatchObject({ status: 'RESOLVED', outcome: { kind: 'resolved', agencyId: WARD.id } });
    const seq = petition.outcome?.seq ?? 0;
    expect(await world.fakes.vault.openTexts(follower, seq)).toMatchObject({ text: ANSWER });
    const [own, other] = await Promise.all([world.history(follower), world.history(main)]);
    const digests = [own, other].map((events) =>
      JSON.stringify(events.find(({ type }) => type === 'PetitionResolved')?.data),
    );
    expect(digests[0]).not.toBe(digests[1]);
    expect(own.at(-1)?.type === 'AnswerDelivered' || petition.delivered !== null).toBe(true);
    expect(mails(world, FOLLOWER)).toEqual(['receipt', 'merged', 'decision']);
    await world.hear(follower, SATISFIED);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(follower)).status).toBe('CLOSED');
    expect((await world.petition(main)).status).toBe('RESOLVED');
    await expectInvariants(world, follower);
  });

  test('is refused, forwarded and guided with the main petition', async () => {
    for (const [form, status] of [
      [{ decision: 'reject', ground: 'already-settled' }, 'REJECTED'],
      [{ decision: 'guide', track: 'khieu-nai' }, 'GUIDED'],
      [{ decision: 'forward', body: 'Viện kiểm sát nhân dân khu vực 1' }, 'FORWARDED'],
    ] as const) {
      const { world, main, follower } = await linkedTwice();
      await world.decide(main, form);
      await world.scheduler.runFor({ minutes: 5 });
      expect((await world.petition(follower)).status).toBe(status);
    }
  });

  test('of a petition that is answered already follows at once', async () => {
    const { world, main, follower } = await twice();
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await link(world, follower, main);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(follower)).status).toBe('RESOLVED');
  });

  test('whose main petition is withdrawn is a petition of its own again, with its holder and its clock', async () => {
    const { world, main, follower } = await linkedTwice();
    const before = (await world.petition(follower)).task;
    await world.hear(main, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    const after = await world.petition(follower);
    expect(after).toMatchObject({ status: 'ASSIGNED', duplicateOf: null });
    expect(after.task?.holder).toEqual(before?.holder);
    expect(after.task?.resolveBy).toEqual(before?.resolveBy);
    expect(mails(world, FOLLOWER)).toEqual(['receipt', 'merged', 'unmerged']);
    expect(await world.decide(follower, { decision: 'resolve' })).toMatchObject({ kind: 'recorded' });
    await expectInvariants(world, follower);
  });

  test('whose term ran out while it waited gets a whole one; for the resident it is late', async () => {
    const { world, main, follower } = await linkedTwice();
    const promised = (await world.petition(follower)).promised.resolveBy?.at ?? '';
    await world.scheduler.runFor({ days: 30 });
    await world.hear(main, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    const after = await world.petition(follower);
    expect(after.task?.resolveBy?.at).toBeDefined();
    expect((after.task?.resolveBy?.at ?? '') > world.now).toBe(true);
    expect(after.promised.resolveBy?.at).toBe(promised);
    expect(await world.told(follower)).not.toContain('PetitionEscalated');
  });

  test('whose main petition turns out to be another matter stands alone', async () => {
    const { world, main, follower } = await linkedTwice();
    await world.decide(main, { decision: 'reclassify', category: SLOW_CATEGORY });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.history(follower)).at(-1)).toMatchObject({
      type: 'DuplicateUnlinked',
      data: { because: 'main-reclassified' },
    });
  });

  test('is taken back by its holder: the task goes on', async () => {
    const { world, main, follower } = await linkedTwice();
    expect(await world.decide(follower, { decision: 'unlink-duplicate' })).toMatchObject({
      kind: 'recorded',
    });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(follower)).toMatchObject({ status: 'ACCEPTED', duplicateOf: null });
    await world.decide(main, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(follower)).status).toBe('ACCEPTED');
    expect(mails(world, FOLLOWER)).toEqual(['receipt', 'merged', 'unmerged']);
  });

  test('can be withdrawn by its own resident; the main petition goes on', async () => {
    const { world, main, follower } = await linkedTwice();
    await world.hear(follower, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(follower)).status).toBe('WITHDRAWN');
    expect((await world.petition(main)).status).toBe('ASSIGNED');
    await expectInvariants(world, follower);
  });
});

describe('what a petition cannot be linked to', () => {
  test('itself, a code that does not exist, what has ended, what follows it already', async () => {
    const { world, main, follower } = await twice();
    expect(await faultsOf(link(world, main, main))).toEqual(['/duplicateOf same-petition']);
    const unknown = world.decide(main, { decision: 'link-duplicate', duplicateOf: '0000-0000-0000-0' });
    expect(await faultsOf(unknown)).toEqual(['/duplicateOf unknown-code']);
    const empty = world.decide(main, { decision: 'link-duplicate' });
    expect(await faultsOf(empty)).toEqual(['/duplicateOf required']);
    await link(world, follower, main);
    expect(await faultsOf(link(world, main, follower))).toEqual(['/duplicateOf same-petition']);
    const third = await world.submit();
    await world.untilWaiting(third);
    await world.scheduler.runFor({ minutes: 5 });
    await world.hear(main, WITHDRAW);
    expect(await faultsOf(link(world, third, main))).toEqual(['/duplicateOf main-ended']);
  });

  test('one that is a duplicate itself: the link goes to its main petition', async () => {
    const { world, main, follower } = await linkedTwice();
    const third = await world.submit();
    await world.untilWaiting(third);
    await world.scheduler.runFor({ minutes: 5 });
    await link(world, third, follower);
    expect((await world.petition(third)).duplicateOf?.id).toBe(main);
  });

  test('a chain that came about later is followed link by link', async () => {
    const { world, main, follower } = await linkedTwice();
    const root = await world.submit();
    await world.untilWaiting(root);
    await world.scheduler.runFor({ minutes: 5 });
    await link(world, main, root);
    await world.decide(root, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(main)).status).toBe('RESOLVED');
    const petition = await world.petition(follower);
    expect(petition.status).toBe('RESOLVED');
    expect(await world.fakes.vault.openTexts(follower, petition.outcome?.seq ?? 0)).toMatchObject({
      text: ANSWER,
    });
  });

  test('files of a chain: the holder at its end is told which petitions have them, and who can open them', async () => {
    const photo = (n: number) => ({
      sha256: String(n).repeat(64),
      type: 'image/jpeg' as const,
      bytes: new Uint8Array([n]),
    });
    const world = new World();
    const first = await world.submit({}, { photos: [photo(1), photo(2)] });
    const second = await world.submit({ email: FOLLOWER }, { photos: [photo(3)] });
    const last = await world.submit();
    for (const id of [first, second, last]) await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    await link(world, first, second);
    await link(world, second, last);
    await world.scheduler.runFor({ minutes: 5 });
    const seen = await world.view((await world.linkOf(last)) ?? '');
    if (seen.kind !== 'live') throw new TypeError('no page');
    const codes = await Promise.all([second, first].map(async (id) => (await world.petition(id)).code));
    expect(seen.duplicates).toMatchObject({
      followers: 2,
      followerFiles: [
        { code: codes[0], files: 1, holderName: WARD.name },
        { code: codes[1], files: 2, holderName: WARD.name },
      ],
    });
    await world.decide(last, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 10 });
    for (const id of [first, second]) expect((await world.petition(id)).status).toBe('RESOLVED');
  });

  test('each other at one instant: one of the two links is refused', async () => {
    const { world, main, follower } = await twice();
    const { store } = world.fakes;
    const commit = store.commit.bind(store);
    let isFirst = true;
    // Between the look of the first one and its commit the second one is linked.
    store.commit = async (change) => {
      if (!isFirst) return commit(change);
      isFirst = false;
      await link(world, follower, main);
      return commit(change);
    };
    expect(await faultsOf(link(world, main, follower))).toEqual(['/duplicateOf same-petition']);
    expect((await world.petition(main)).status).toBe('ASSIGNED');
    expect((await world.petition(follower)).status).toBe('LINKED');
  });
});

test('the signed document of the main petition names its submitter: the duplicate does not get it', async () => {
  const { world, main, follower } = await linkedTwice();
  const bytes = new TextEncoder().encode('%PDF-1.7');
  const signedFile = { sha256: 'c'.repeat(64), type: 'application/pdf', bytes } as const;
  await world.decide(main, { decision: 'resolve', documentNo: '12/UBND-ĐT', signedFile });
  await world.scheduler.runFor({ minutes: 5 });
  expect((await world.petition(main)).outcome?.signedFile).not.toBeNull();
  expect((await world.petition(follower)).outcome).toMatchObject({
    documentNo: '12/UBND-ĐT',
    signedFile: null,
  });
});
