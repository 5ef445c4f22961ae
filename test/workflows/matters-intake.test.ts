import { describe, expect, test } from 'vitest';
import { NotFoundError } from '../../core/errors.js';
import { petitionByReceipt } from '../../core/use-cases/petition-by-receipt.js';
import { receiptSecret } from '../../core/use-cases/receipt-secret.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CATEGORY, NEIGHBOUR, SLOW_CATEGORY, WARD } from '../support/asl/small-registers.js';
import { workflowText, World } from '../support/asl/world.js';
import { link, linkedTwice } from './duplicating.js';
import { atWard, mails, SATISFIED, WITHDRAW } from './resident.js';

const TWO = [
  { category: CATEGORY, text: null },
  { category: SLOW_CATEGORY, text: 'Nước máy đục từ đầu tháng.' },
] as const;

const handedInAsTwo = async () => {
  const world = new World();
  const id = await world.submit({}, { matters: TWO });
  await world.scheduler.runFor({ minutes: 5 });
  const { matters } = await world.petition(id);
  const [first = '', second = ''] = matters.map(({ petitionId }) => petitionId);
  return { world, id, first, second };
};

const settle = async (world: World, matter: string) => {
  await world.decide(matter, { decision: 'resolve', noEvidenceReason: 'Không cần ảnh.' });
  await world.scheduler.runFor({ minutes: 5 });
  await world.hear(matter, SATISFIED);
  await world.scheduler.runFor({ minutes: 10 });
};

describe('a submission that comes as several matters', () => {
  test('is split before anybody gets it: one receipt, each matter with its own unit and text', async () => {
    const { world, id, first, second } = await handedInAsTwo();
    const types = (await world.history(id)).map(({ type }) => type);
    expect(types).toEqual(['PetitionSubmitted', 'PetitionSplit']);
    expect(await world.petition(id)).toMatchObject({ status: 'SPLIT', task: null });
    const holders = [await world.petition(first), await world.petition(second)].map(
      ({ task }) => task?.holder.id,
    );
    expect(holders).toEqual([WARD.id, NEIGHBOUR.id]);
    expect((await world.fakes.vault.openFile(first)).description).toBe('Rác tồn đọng ba ngày ở đầu hẻm.');
    expect((await world.fakes.vault.openFile(second)).description).toBe('Nước máy đục từ đầu tháng.');
    expect(mails(world)).toEqual(['receipt']);
    for (const each of [id, first, second]) await expectInvariants(world, each);
  });

  test('closes with its second matter', async () => {
    const { world, id, first, second } = await handedInAsTwo();
    await settle(world, first);
    expect(await world.petition(id)).toMatchObject({ status: 'SPLIT' });
    await settle(world, second);
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED' });
    await expectInvariants(world, id);
  });

  test('of which one is taken back ends with the other', async () => {
    const { world, id, first, second } = await handedInAsTwo();
    await world.hear(first, WITHDRAW);
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(id)).matters.map(({ ended }) => ended?.how ?? null)).toEqual([
      'WITHDRAWN',
      null,
    ]);
    await settle(world, second);
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED' });
  });

  test('takes the word of whoever has the receipt of the whole, and of the matter; nobody else', async () => {
    const { world, id, first, second } = await handedInAsTwo();
    const keyed = world.fakes.keyed;
    const [whole, other] = [await receiptSecret(keyed, id), await receiptSecret(keyed, second)];
    const { code } = await world.petition(first);
    const by = (secret: string) => petitionByReceipt({ store: world.fakes.store, keyed }, { code, secret });
    expect((await by(whole)).id).toBe(first);
    expect((await by(await receiptSecret(keyed, first))).id).toBe(first);
    await expect(by(other)).rejects.toThrow(NotFoundError);
    const submission = (await world.petition(id)).code;
    const upwards = { code: submission, secret: await receiptSecret(keyed, first) };
    await expect(petitionByReceipt({ store: world.fakes.store, keyed }, upwards)).rejects.toThrow(
      NotFoundError,
    );
  });

  test.each([
    ['one matter', [TWO[0]], { code: 'too-few-matters', pointer: '/matters' }],
    [
      'a category that nobody knows',
      [TWO[0], { category: 'KHONG-CO', text: null }],
      { code: 'unknown-category', pointer: '/matters/1/category' },
    ],
    [
      'an answer to a question that nobody asked',
      [TWO[0], { ...TWO[1], conditions: { 'khong-hoi': true } }],
      { code: 'unknown-condition', pointer: '/matters/1/conditions' },
    ],
    [
      'nine matters',
      Array.from({ length: 9 }, () => TWO[0]),
      { code: 'too-many-matters', pointer: '/matters' },
    ],
  ])('is refused with %s, and nothing is kept', async (_what, matters, issue) => {
    const world = new World();
    await expect(world.submit({}, { matters })).rejects.toMatchObject({ issues: [issue] });
    expect(world.fakes.database.all('Petitions')).toEqual([]);
  });
});

describe('what may go wrong on the way from a matter to its submission', () => {
  const closesInTheEnd = async ({ world, id, first, second }: Awaited<ReturnType<typeof handedInAsTwo>>) => {
    await settle(world, first);
    await settle(world, second);
    await world.scheduler.runFor({ minutes: 30 });
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED' });
    const ended = (await world.history(id)).filter(({ type }) => type === 'MatterEnded');
    expect(ended).toHaveLength(2);
    for (const each of [id, first, second]) await expectInvariants(world, each);
  };

  test('every record of the stream is lost', async () => {
    const split = await handedInAsTwo();
    split.world.faults.record = () => [];
    await closesInTheEnd(split);
  });

  test('every record comes three times', async () => {
    const split = await handedInAsTwo();
    split.world.faults.record = () => [50, 900, 70_000];
    await closesInTheEnd(split);
  });

  for (const kind of ['refuse', 'lose-answer', 'silence'] as const)
    for (const placeholder of ['AdvancePetitionFunctionArn', 'NextStepFunctionArn'])
      test(`${placeholder} of a matter that closes fails: ${kind}`, async () => {
        const split = await handedInAsTwo();
        await split.world.decide(split.first, { decision: 'resolve', noEvidenceReason: 'Không cần ảnh.' });
        await split.world.scheduler.runFor({ minutes: 5 });
        failNext(split.world.faults, placeholder, { kind }, { kind });
        await split.world.hear(split.first, SATISFIED);
        await split.world.scheduler.runFor({ minutes: 30 });
        expect((await split.world.petition(split.id)).matters[0]?.ended).not.toBeNull();
        await settle(split.world, split.second);
        expect(await split.world.petition(split.id)).toMatchObject({ status: 'CLOSED' });
        await expectInvariants(split.world, split.id);
      });

  test('the writer of a matter stops between its end and the word to the submission', async () => {
    const split = await handedInAsTwo();
    const { store } = split.world.fakes;
    const commit = store.commit.bind(store);
    let stops = 3;
    store.commit = (change) => {
      if (change.event.type !== 'MatterEnded' || stops === 0) return commit(change);
      stops -= 1;
      return Promise.reject(new Error('stopped'));
    };
    await closesInTheEnd(split);
    expect(stops).toBe(0);
  });
});

describe('duplicates and splitting', () => {
  test('those that follow a submission stand alone again when it is split', async () => {
    const { world, main, follower } = await linkedTwice();
    await world.decide(main, { decision: 'split', text: 'Hai việc.', matters: TWO });
    await world.scheduler.runFor({ minutes: 10 });
    const alone = await world.petition(follower);
    expect(alone).toMatchObject({ status: 'ASSIGNED', task: { holder: { id: WARD.id } } });
    const back = (await world.history(follower)).find(({ type }) => type === 'DuplicateUnlinked');
    expect(back).toMatchObject({ data: { because: 'main-split' } });
    await expectInvariants(world, follower);
  });

  test('nothing is linked to a split submission, and a petition may follow one of its matters', async () => {
    const { world, id, first } = await handedInAsTwo();
    const other = await world.submit({ email: 'nguoi-khac@kien-nghi.example' });
    await world.scheduler.runFor({ minutes: 5 });
    await expect(link(world, other, id)).rejects.toMatchObject({ issues: [{ code: 'main-split' }] });
    await link(world, other, first);
    await settle(world, first);
    expect(await world.petition(other)).toMatchObject({ status: 'RESOLVED' });
  });

  test('a petition that follows another one cannot be split', async () => {
    const { world, follower } = await linkedTwice();
    await expect(
      world.decide(follower, { decision: 'split', text: 'Hai việc.', matters: TWO }),
    ).rejects.toThrow();
    expect(await world.petition(follower)).toMatchObject({ status: 'LINKED' });
  });

  test('the asking of the resident ends before a split', async () => {
    const { world, id } = await atWard();
    await world.decide(id, { decision: 'ask', text: 'Ở hẻm nào?' });
    await expect(world.decide(id, { decision: 'split', text: 'Hai việc.', matters: TWO })).rejects.toThrow();
    expect(await world.petition(id)).toMatchObject({ status: 'WAITING_RESIDENT' });
  });
});

test('the state machine has no word for splitting: the waits that are there serve', () => {
  expect(workflowText()).not.toMatch(/split|matter/i);
});
