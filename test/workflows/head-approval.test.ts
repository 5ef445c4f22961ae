import { describe, expect, test } from 'vitest';
import { NotFoundError, TaskClosedError } from '../../core/errors.js';
import { FINAL_DECISIONS } from '../../core/petition/final-decision.js';
import { isLate } from '../../core/petition/petition.js';
import { viewProposal } from '../../core/use-cases/view-proposal.js';
import { findLink } from '../../core/use-cases/task-link.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { DISTRICT, NEIGHBOUR, smallRegisters, WARD } from '../support/asl/small-registers.js';
import { headSays } from '../support/asl/head-says.js';
import { World, type WorldOptions } from '../support/asl/world.js';
import { worldContacts } from '../support/asl/world-contacts.js';
import { linkIn, subjectsTo } from './mails-to.js';
import { refused } from './refused.js';

const RESIDENT = 'dan@kien-nghi.example';
const HEAD = `head@${WARD.id}.example`;
const MAIN = `main@${WARD.id}.example`;
const OFFICE = `office-1@${WARD.id}.example`;

const begun = async (options: WorldOptions = {}): Promise<{ world: World; id: string }> => {
  const world = new World(options);
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

/** Where every final answer needs its head's approval. */
const withApproval = (options: WorldOptions = {}) =>
  begun({ registers: smallRegisters({ headApproval: [...FINAL_DECISIONS] }), ...options });

const draftLink = (world: World): string => linkIn(world, HEAD, 'approval-requested');

const propose = async (world: World, id: string, text = 'Đã thu gom rác xong sáng nay.'): Promise<string> => {
  await world.decide(id, { decision: 'resolve', text });
  await world.scheduler.runFor({ minutes: 10 });
  return draftLink(world);
};

/** What the link of a head shows; null once its draft is over. */
const draftOf = async (world: World, link: string) => {
  const deps = world.linkDeps();
  return viewProposal(deps, await findLink(deps.links, link));
};

describe('an answer that the head has to approve', () => {
  test('waits as a draft: the resident is told nothing, the head has a link that opens nothing else', async () => {
    const { world, id } = await withApproval();
    const before = await world.petition(id);
    const told = subjectsTo(world, RESIDENT);
    const link = await propose(world, id);
    const after = await world.petition(id);
    expect(after).toMatchObject({ status: before.status, outcome: null, firstNoticeAt: null });
    expect(after.task).toMatchObject({
      ...{ no: 1, holder: WARD, resolveBy: before.task?.resolveBy, proposals: 1 },
      proposal: { decision: 'resolve', by: expect.stringContaining('main@') as unknown },
    });
    expect((await world.thread(id)).wakeAt).not.toBeNull();
    expect(subjectsTo(world, RESIDENT)).toEqual(told);
    expect(await draftOf(world, link)).toMatchObject({
      text: 'Đã thu gom rác xong sáng nay.',
      declaredBy: 'Nguyễn Văn Thử — Phó Chủ tịch',
    });
    expect((await world.view(link)).kind).toBe('dead');
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow(TaskClosedError);
    const holders = await world.view((await world.linkOf(id)) ?? '');
    expect(holders.kind === 'live' && holders.inside).toMatchObject({
      needsApproval: { resolve: 'head-link', forward: 'head-link' },
      proposal: { text: 'Đã thu gom rác xong sáng nay.' },
    });
    await expectInvariants(world, id);
  });

  test('leaves exactly as it was drafted, and names who drafted and who approved it', async () => {
    const { world, id } = await withApproval();
    await world.decide(id, {
      ...{ decision: 'reject', ground: 'already-settled', documentNo: '12/TB-UBND' },
      text: 'Việc đã trả lời ngày 01/02.',
    });
    await world.scheduler.runFor({ minutes: 10 });
    await headSays(world, draftLink(world), { answer: 'approve-answer' });
    await world.scheduler.runFor({ minutes: 10 });
    const history = await world.history(id);
    const [draft, answer] = [
      history.find(({ type }) => type === 'AnswerProposed'),
      history.find(({ type }) => type === 'PetitionRejected'),
    ];
    expect(answer?.actor).toMatchObject({
      agencyId: WARD.id,
      contactId: expect.stringContaining('head@') as unknown,
    });
    expect(answer?.data).toMatchObject({
      ...{ text: draft?.data && 'text' in draft.data && draft.data.text, ground: 'already-settled' },
      documentNo: '12/TB-UBND',
      approval: {
        by: 'head',
        proposalSeq: draft?.seq,
        proposedBy: expect.stringContaining('main@') as unknown,
      },
    });
    expect(await world.fakes.vault.openTexts(id, answer?.seq ?? 0)).toEqual({
      text: 'Việc đã trả lời ngày 01/02.',
      declaredBy: 'Nguyễn Văn Thử — Phó Chủ tịch',
      approvedBy: 'Lê Thị Đứng Đầu — Chủ tịch',
    });
    expect(await world.petition(id)).toMatchObject({ status: 'REJECTED', task: { proposal: null } });
    expect(subjectsTo(world, RESIDENT).at(-1)).toBe('decision');
    await world.scheduler.runFor({ days: 3 });
    expect(subjectsTo(world, MAIN).at(-1)).toBe('answer-approved');
    await expectInvariants(world, id);
  });

  test('goes back with a reason; the task is as before, and a second draft has a link of its own', async () => {
    const { world, id } = await withApproval();
    const before = (await world.petition(id)).task;
    const link = await propose(world, id);
    expect(await refused(headSays(world, link, { answer: 'return-answer' }))).toEqual(['required']);
    await headSays(world, link, { answer: 'return-answer', text: 'Thiếu ảnh sau khi dọn.' });
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(id)).task).toEqual({ ...before, proposals: 1 });
    const shown = await world.view(linkIn(world, MAIN, 'answer-returned'));
    expect(shown.kind === 'live' && shown.remarks.at(-1)).toMatchObject({ text: 'Thiếu ảnh sau khi dọn.' });
    expect(subjectsTo(world, RESIDENT)).not.toContain('decision');

    const second = await propose(world, id, 'Đã bổ sung ảnh.');
    expect(second).not.toBe(link);
    await expect(headSays(world, link, { answer: 'approve-answer' })).rejects.toThrow(TaskClosedError);
    await headSays(world, second, { answer: 'approve-answer' });
    expect(await world.told(id)).toEqual([
      ...['PetitionSubmitted', 'PetitionRouted', 'AnswerProposed', 'AnswerReturned', 'AnswerProposed'],
      'PetitionResolved',
    ]);
    await expectInvariants(world, id);
  });

  test('approved and sent back at once: one of the two counts; the same form twice is one act', async () => {
    const { world, id } = await withApproval();
    const link = await propose(world, id);
    const said = await Promise.allSettled([
      headSays(world, link, { answer: 'approve-answer' }),
      headSays(world, link, { answer: 'return-answer', text: 'Chưa đạt.' }),
    ]);
    expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const told = await world.told(id);
    expect(told.filter((type) => type === 'PetitionResolved' || type === 'AnswerReturned')).toHaveLength(1);

    const again = await withApproval();
    const other = await propose(again.world, again.id);
    const nonce = (await draftOf(again.world, other))?.nonce ?? '';
    const first = await headSays(again.world, other, { answer: 'approve-answer', nonce });
    const repeated = await headSays(again.world, other, { answer: 'approve-answer', nonce });
    expect([first.kind, repeated.kind]).toEqual(['recorded', 'repeated']);
    expect((await headSays(again.world, other, { answer: 'return-answer', nonce, text: 'Khác.' })).kind).toBe(
      'mismatch',
    );
    await expectInvariants(again.world, again.id);
  });

  test('nobody answers in time: it is late as ever, goes up, and the draft ends with it, on record', async () => {
    const { world, id } = await withApproval();
    await world.decide(id, { decision: 'accept' });
    const link = await propose(world, id);
    const seq = (await world.petition(id)).task?.proposal?.seq;
    await world.scheduler.runFor({ days: 4 });
    expect(subjectsTo(world, HEAD).filter((each) => each === 'approval-requested').length).toBeGreaterThan(1);
    expect(subjectsTo(world, MAIN)).toContain('reminder');
    await world.scheduler.runFor({ days: 6 });
    const late = await world.petition(id);
    expect(late.task).toMatchObject({ holder: DISTRICT, proposal: null, proposals: 0 });
    expect(isLate(late, world.now)).toBe(true);
    const escalated = (await world.history(id)).find(({ type }) => type === 'PetitionEscalated');
    expect(escalated?.data).toMatchObject({ openProposal: seq });
    expect(await draftOf(world, link)).toBeNull();
    await expect(headSays(world, link, { answer: 'approve-answer' })).rejects.toThrow(TaskClosedError);
    const above = await world.view((await world.linkOf(id)) ?? '');
    expect(above.kind === 'live' && above.remarks.map(({ type }) => type)).not.toContain('AnswerProposed');
    await expectInvariants(world, id);
  });

  test('is over when the holder passes the petition on, asks the resident, or asks another agency', async () => {
    const moves = [
      { decision: 'transfer', agency: NEIGHBOUR.id },
      { decision: 'ask' },
      { decision: 'request-support', supports: [DISTRICT.id] },
    ] as const;
    for (const move of moves) {
      const { world, id } = await withApproval();
      await world.decide(id, { decision: 'accept' });
      const link = await propose(world, id);
      await world.decide(id, { ...move });
      expect((await world.petition(id)).task?.proposal).toBeNull();
      await expect(headSays(world, link, { answer: 'approve-answer' })).rejects.toThrow(TaskClosedError);
      await expectInvariants(world, id);
    }
  });

  test('is replaced by a new one of the official, whoever drafted it', async () => {
    const { world, id } = await withApproval();
    await world.decide(id, { decision: 'assign', contact: 'office-1' });
    await world.scheduler.runFor({ minutes: 10 });
    const link = await propose(world, id);
    await world.decideBy(linkIn(world, OFFICE, 'assigned-to-you'), { decision: 'guide', track: 'khieu-nai' });
    await world.scheduler.runFor({ minutes: 10 });
    await expect(headSays(world, link, { answer: 'approve-answer' })).rejects.toThrow(TaskClosedError);
    await headSays(world, draftLink(world), { answer: 'approve-answer' });
    await world.scheduler.runFor({ days: 3 });
    expect((await world.petition(id)).outcome).toMatchObject({ kind: 'guided' });
    expect(subjectsTo(world, OFFICE)).toContain('answer-approved');
    expect(subjectsTo(world, MAIN)).not.toContain('answer-approved');
  });

  test('leaves at once where the head gives it, or where there is no head, and says so', async () => {
    const { world, id } = await withApproval();
    await world.decide(id, { decision: 'assign', contact: 'head' });
    await world.scheduler.runFor({ minutes: 10 });
    await world.decideBy(linkIn(world, HEAD, 'assigned-to-you'), { decision: 'resolve' });
    const own = (await world.history(id)).at(-1);
    expect(own).toMatchObject({ type: 'PetitionResolved', data: { approval: { by: 'actor' } } });

    const headless = await withApproval({ contacts: worldContacts(['main']) });
    await headless.world.decide(headless.id, { decision: 'resolve' });
    expect((await headless.world.history(headless.id)).at(-1)).toMatchObject({
      ...{ type: 'PetitionResolved' },
      data: { approval: { by: 'nobody', because: 'no-head' } },
    });
  });

  test('is not asked for by decisions that the city did not name; then nothing is said of approval', async () => {
    const { world, id } = await begun({ registers: smallRegisters({ headApproval: ['reject'] }) });
    await world.decide(id, { decision: 'resolve' });
    const answer = (await world.history(id)).at(-1);
    expect(answer?.type).toBe('PetitionResolved');
    expect(answer?.data).not.toHaveProperty('approval');
  });

  test('survives a crash between the writes: the draft is mailed, the answer delivered', async () => {
    const { world, id } = await withApproval();
    world.faults.record = () => [];
    await world.decide(id, { decision: 'resolve' });
    world.faults.record = () => [50];
    await world.scheduler.runFor({ minutes: 15 });
    world.faults.record = () => [];
    await headSays(world, draftLink(world), { answer: 'approve-answer' });
    world.faults.record = () => [50, 70];
    await world.scheduler.runFor({ minutes: 15 });
    expect(subjectsTo(world, RESIDENT).filter((each) => each === 'decision')).toHaveLength(1);
    expect((await world.petition(id)).delivered).toMatchObject({ by: 'email' });
    await expectInvariants(world, id);
  });

  test('an unknown link is none', async () => {
    const { world } = await withApproval();
    await expect(headSays(world, 'khong-co', { answer: 'approve-answer' })).rejects.toThrow(NotFoundError);
  });
});
