import { describe, expect, test } from 'vitest';
import { TaskClosedError } from '../../core/errors.js';
import { FINAL_DECISIONS } from '../../core/petition/final-decision.js';
import { findLink } from '../../core/use-cases/task-link.js';
import { viewExtension } from '../../core/use-cases/view-extension.js';
import { viewProposal } from '../../core/use-cases/view-proposal.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { movedPageViewOf } from '../../web/server/view-of.js';
import { headSays } from '../support/asl/head-says.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { smallRegisters, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { subjectsTo } from './mails-to.js';

const RESIDENT = 'dan@kien-nghi.example';
const HEAD = `head@${WARD.id}.example`;
const MAIN = `main@${WARD.id}.example`;

const withApproval = async (): Promise<{ world: World; id: string }> => {
  const world = new World({ registers: smallRegisters({ headApproval: [...FINAL_DECISIONS] }) });
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

/** Drafts an answer; gives the link that the head gets for it. */
const propose = async (world: World, id: string, text = 'Đã thu gom rác xong sáng nay.'): Promise<string> => {
  await world.decide(id, { decision: 'resolve', text });
  await world.scheduler.runFor({ minutes: 10 });
  const mail = world.fakes.mailer.to(HEAD).findLast(({ subject }) => subject === 'approval-requested');
  return mail?.text.split('/t/')[1] ?? '';
};

describe('a draft before the head', () => {
  test('is void once the resident says more: holder and head are told, its link says why, and a new one can leave', async () => {
    const { world, id } = await withApproval();
    const link = await propose(world, id);
    await world.hear(id, { kind: 'answer', text: 'Rác lại đổ ra sáng nay, ở cả hai đầu hẻm.' });
    await world.scheduler.runFor({ minutes: 10 });
    const { task } = await world.petition(id);
    expect(task).toMatchObject({
      proposal: null,
      proposals: 1,
      voidProposals: [{ at: expect.any(String) as string }],
    });
    expect(await viewProposal(world.linkDeps(), await findLink(world.linkDeps().links, link))).toBeNull();
    await expect(headSays(world, link, { answer: 'approve-answer' })).rejects.toThrow(TaskClosedError);
    const dead = await viewExtension(world.linkDeps(), link);
    if (dead?.kind !== 'dead') throw new TypeError('the link lives');
    expect(renderMovedPage(movedPageViewOf(dead))).toContain('Dự thảo trả lời này không còn hiệu lực');
    expect(subjectsTo(world, MAIN).at(-1)).toBe('answered');
    expect(subjectsTo(world, HEAD).at(-1)).toBe('draft-void');
    const seen = await world.view((await world.linkOf(id)) ?? '');
    expect(seen.kind === 'live' && seen.inside).toMatchObject({
      proposal: null,
      voidSince: task?.voidProposals[0]?.at,
    });
    expect(subjectsTo(world, RESIDENT)).not.toContain('decision');

    const second = await propose(world, id, 'Đã thu gom cả hai đầu hẻm.');
    await headSays(world, second, { answer: 'approve-answer' });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    await expectInvariants(world, id);
  });

  test('drafted while the resident is asked is void with the answer, not with its absence', async () => {
    const { world, id } = await withApproval();
    await world.decide(id, { decision: 'ask' });
    await propose(world, id);
    await world.hear(id, { kind: 'answer', text: 'Ở đầu hẻm 12.' });
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(id)).task?.proposal).toBeNull();

    const silent = await withApproval();
    await silent.world.decide(silent.id, { decision: 'ask' });
    await propose(silent.world, silent.id);
    const until = (await silent.world.petition(silent.id)).task?.pause?.until.at ?? '';
    await silent.world.scheduler.runUntil(until);
    await silent.world.scheduler.runFor({ minutes: 5 });
    expect((await silent.world.told(silent.id)).at(-1)).toBe('PauseEnded');
    expect((await silent.world.petition(silent.id)).task?.proposal).not.toBeNull();
  });
});
