import { expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { CATEGORY, NEIGHBOUR, SLOW_CATEGORY, WARD } from '../support/asl/small-registers.js';
import { atWard, mails, SATISFIED } from './resident.js';

const SPLIT = {
  decision: 'split',
  text: 'Hai việc thuộc hai đơn vị.',
  matters: [
    { category: CATEGORY, text: 'Rác tồn đọng.' },
    { category: SLOW_CATEGORY, text: null },
  ],
} as const;

const splitAtWard = async () => {
  const { world, id } = await atWard();
  const link = (await world.linkOf(id)) ?? '';
  await world.decide(id, SPLIT);
  await world.scheduler.runFor({ minutes: 5 });
  const parent = await world.petition(id);
  const [first, second] = parent.matters.map(({ petitionId }) => petitionId);
  return { world, id, link, parent, first: first ?? '', second: second ?? '' };
};

test('each matter is a petition of its own: holder, class, clock from the receipt of the submission', async () => {
  const { world, id, link, parent, first, second } = await splitAtWard();
  expect(parent).toMatchObject({ status: 'SPLIT', task: null, promised: { resolveBy: null } });
  const matters = [await world.petition(first), await world.petition(second)];
  expect(matters.map(({ task }) => task?.holder.id)).toEqual([WARD.id, NEIGHBOUR.id]);
  expect(matters.map(({ receivedAt }) => receivedAt)).toEqual([parent.receivedAt, parent.receivedAt]);
  expect(matters.map(({ matterOf }) => matterOf)).toMatchObject([
    { petitionId: id, no: 1, of: 2, formerly: [CATEGORY] },
    { petitionId: id, no: 2 },
  ]);
  expect(new Set([parent.code, ...matters.map(({ code }) => code)]).size).toBe(3);
  expect((await world.fakes.vault.openFile(first)).description).toBe('Rác tồn đọng.');
  expect((await world.fakes.vault.openFile(second)).description).toBe('Rác tồn đọng ba ngày ở đầu hẻm.');
  expect(mails(world)).toEqual(['receipt', 'split']);
  expect(await world.view(link)).toMatchObject({ kind: 'dead' });
  for (const each of [id, first, second]) await expectInvariants(world, each);
});

test.each([
  ['in their order', false],
  ['in the other order', true],
])('the submission closes with its last matter, %s', async (_how, isReversed) => {
  const { world, id, first, second } = await splitAtWard();
  const [sooner, later] = isReversed ? [second, first] : [first, second];
  const settle = async (matter: string) => {
    await world.decide(matter, { decision: 'resolve', noEvidenceReason: 'Không cần ảnh.' });
    await world.scheduler.runFor({ minutes: 5 });
    await world.hear(matter, SATISFIED);
    await world.scheduler.runFor({ minutes: 5 });
  };
  await settle(sooner);
  expect(await world.petition(sooner)).toMatchObject({ status: 'CLOSED' });
  expect(await world.petition(id)).toMatchObject({ status: 'SPLIT' });
  await expectInvariants(world, id);
  await settle(later);
  expect(await world.petition(id)).toMatchObject({ status: 'CLOSED' });
  const told = (await world.history(id)).map(({ type }) => type);
  expect(told.slice(-4)).toEqual(['PetitionSplit', 'MatterEnded', 'MatterEnded', 'PetitionClosed']);
  await expectInvariants(world, id);
});

test('a silent holder of one matter is escalated alone', async () => {
  const { world, id, first, second } = await splitAtWard();
  await world.decide(second, { decision: 'resolve', noEvidenceReason: 'Không cần ảnh.' });
  await world.scheduler.runFor({ days: 12 });
  expect((await world.petition(first)).escalations).toBeGreaterThan(0);
  expect(await world.petition(second)).toMatchObject({ escalations: 0 });
  expect(await world.petition(id)).toMatchObject({ status: 'SPLIT', escalations: 0 });
  await expectInvariants(world, first);
});

test('a matter is not split again, and one matter is no split', async () => {
  const { world, id, first } = await splitAtWard();
  await expect(world.decide(first, SPLIT)).rejects.toMatchObject({ issues: [{ code: 'matter-of-split' }] });
  const other = await atWard();
  await expect(
    other.world.decide(other.id, { ...SPLIT, matters: SPLIT.matters.slice(0, 1) }),
  ).rejects.toMatchObject({ issues: [{ code: 'too-few-matters' }] });
  expect((await world.petition(id)).matters).toHaveLength(2);
});
