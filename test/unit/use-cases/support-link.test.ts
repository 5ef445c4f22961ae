import { describe, expect, test } from 'vitest';
import { IllegalTransitionError, NotFoundError, ValidationError } from '../../../core/errors.js';
import { SUPPORT_DECISIONS } from '../../../core/petition/support-transitions.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import { decideTask, type DecisionForm } from '../../../core/use-cases/decide-task.js';
import { createLink, findLink } from '../../../core/use-cases/task-link.js';
import { viewTask } from '../../../core/use-cases/view-task.js';
import { viewPhoto } from '../../../functions/open-link/view-photo.js';
import { smallRegisters, NEIGHBOUR } from '../../support/asl/small-registers.js';
import { aContact } from '../../support/builders/link-builder.js';
import { aForm, atWard, createScene, hashOf, LINK_ID, load, type Scene } from './scene.js';

const PDF = {
  bytes: new TextEncoder().encode('%PDF-1.4'),
  sha256: 'e'.repeat(64),
  type: 'application/pdf',
} as const;

/** A petition at the ward, which has asked the neighbour; with the neighbour's link. */
const asked = async (scene: Scene = createScene()) => {
  const { id } = await atWard(scene);
  const request = {
    decision: 'request-support',
    text: 'Xin kiểm tra cống.',
    supports: [NEIGHBOUR.id],
  } as const;
  await decideTask(scene, LINK_ID, await aForm(scene, request));
  const contact = aContact({ agencyId: NEIGHBOUR.id, email: 'main@ben.example' });
  await scene.contacts.put(contact);
  const task = { petitionId: id, taskNo: 1, thread: 'support-1', contact };
  const { linkId, link } = await createLink(scene, task);
  await scene.links.put(link);
  return { scene, id, link: linkId, contact };
};

const form = async (
  scene: Scene,
  link: string,
  change: Partial<DecisionForm> & Pick<DecisionForm, 'decision'>,
): Promise<DecisionForm> => ({
  ...(await aForm(scene, change)),
  nonce: await createNonce(scene, hashOf(link)),
});

describe('the link of a support task', () => {
  test('is another one than that of the petition’s own task of the same number and contact', async () => {
    const { scene, id, link, contact } = await asked();
    const own = await createLink(scene, { petitionId: id, taskNo: 1, contact });
    const other = await createLink(scene, { petitionId: id, taskNo: 1, thread: 'support-2', contact });
    expect(new Set([link, own.linkId, other.linkId]).size).toBe(3);
    expect(await findLink(scene.links, link)).toMatchObject({ thread: 'support-1' });
  });

  test('opens what the unit needs to act: the request and the matter, not the lead’s notes', async () => {
    const { scene, link } = await asked();
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'note', text: 'Nội bộ phường.' }));
    const view = await viewTask(scene, link);
    expect(view).toMatchObject({
      kind: 'support',
      request: 'Xin kiểm tra cống.',
      remarks: [],
      resident: { description: 'Rác tồn đọng ba ngày ở đầu hẻm.' },
      decisions: SUPPORT_DECISIONS,
    });
    expect(JSON.stringify(view)).not.toContain('Nội bộ phường');
    expect(JSON.stringify(view)).not.toContain('dan@');
  });

  test('hides the submitter where the category does', async () => {
    const registers = smallRegisters();
    const category: typeof registers.category = async (code) => {
      const facts = await registers.category(code);
      return facts && { ...facts, hidesSubmitter: true };
    };
    const { scene, link } = await asked(createScene({ ...registers, category }));
    expect(await viewTask(scene, link)).toMatchObject({ kind: 'support', resident: { submitter: null } });
  });

  test('decides about the support task only, and the lead’s link about the petition only', async () => {
    const { scene, id, link } = await asked();
    for (const decision of ['resolve', 'transfer', 'request-support', 'end-support'] as const)
      await expect(decideTask(scene, link, await form(scene, link, { decision }))).rejects.toThrow(
        IllegalTransitionError,
      );
    await expect(
      decideTask(scene, LINK_ID, await aForm(scene, { decision: 'support-answer' })),
    ).rejects.toThrow(IllegalTransitionError);
    expect((await load(scene, id)).head.seq).toBe(3);
  });

  test('hands in files that the lead may open, and no other supporter', async () => {
    const { scene, id, link } = await asked();
    const answer = await form(scene, link, { decision: 'support-answer', evidence: [PDF] });
    await decideTask(scene, link, answer);
    expect(await decideTask(scene, link, answer)).toMatchObject({ kind: 'repeated', seq: 4 });
    const lead = await viewTask(scene, LINK_ID);
    expect(lead).toMatchObject({ kind: 'live', answerFiles: [{ thread: 'support-1', position: 0 }] });
    expect(await viewPhoto(scene, LINK_ID, 0)).toMatchObject({ type: 'application/pdf' });
    expect((await load(scene, id)).supports[0]?.ended).toMatchObject({ because: 'answered' });
    await expect(viewPhoto(scene, link, 0)).rejects.toThrow(NotFoundError);
  });

  test('stores no file of a form with a fault, nor with a note', async () => {
    const { scene, link } = await asked();
    for (const change of [
      { decision: 'support-answer', text: null },
      { decision: 'support-answer', actorName: null },
      { decision: 'support-note' },
    ] as const) {
      const posted = await form(scene, link, { ...change, evidence: [PDF] });
      await expect(decideTask(scene, link, posted)).rejects.toThrow(ValidationError);
    }
    const { id } = await load(scene, (await findLink(scene.links, link)).petitionId);
    await expect(scene.files.get(`${id}/${PDF.sha256}`)).rejects.toThrow();
  });
});
