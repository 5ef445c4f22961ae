import { describe, expect, test } from 'vitest';
import { TaskClosedError } from '../../../core/errors.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createLink } from '../../../core/use-cases/task-link.js';
import { viewTask } from '../../../core/use-cases/view-task.js';
import { aContact } from '../../support/builders/link-builder.js';
import { aForm, atWard, createScene, LINK_ID, told, type Scene } from './scene.js';

const WARD = 'ubnd-phuong';
const LATER = '2025-03-06T02:00:00.000Z';

const mailed = async (scene: Scene, petitionId: string): Promise<string> => {
  await sendNotice(scene, { petitionId, id: '000002-0' });
  return scene.mailer.sent.at(-1)?.text.split('/t/')[1]?.trim() ?? '';
};

describe('the id of a link', () => {
  const task = { petitionId: 'p', taskNo: 1, contact: aContact() };
  const idOf = async (change: Partial<typeof task> = {}, linkKeyVersion = '1') =>
    (await createLink({ ...createScene(), linkKeyVersion }, { ...task, ...change })).linkId;

  test('is the same in every mail, 128 bits', async () => {
    expect(await idOf()).toMatch(/^[\w-]{22}$/);
    expect(await idOf()).toBe(await idOf());
  });

  test('is another one for another task, contact, address or key', async () => {
    const ids = [
      await idOf(),
      await idOf({ petitionId: 'q' }),
      await idOf({ taskNo: 2 }),
      await idOf({ contact: aContact({ agencyId: 'khac' }) }),
      await idOf({ contact: aContact({ id: 'head' }) }),
      await idOf({ contact: aContact({ addressSince: LATER }) }),
      await idOf({}, '2'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a link whose contact was replaced', () => {
  const replaced = async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve' });
    await scene.contacts.put(
      aContact({ agencyId: WARD, email: 'moi@ubnd-phuong.example', addressSince: LATER }),
    );
    return { scene, id, form };
  };

  test('shows nothing of the task and records nothing, though its form was opened before', async () => {
    const { scene, id, form } = await replaced();
    expect(await viewTask(scene, LINK_ID)).toMatchObject({ kind: 'dead', because: 'replaced' });
    await expect(decideTask(scene, LINK_ID, form)).rejects.toThrow(TaskClosedError);
    expect(await told(scene, id)).toHaveLength(2);
  });

  test('does not hinder the link of the one who came', async () => {
    const { scene, id } = await replaced();
    const link = await mailed(scene, id);
    expect(scene.mailer.sent.at(-1)?.to).toBe('moi@ubnd-phuong.example');
    const view = await viewTask(scene, link);
    if (view.kind === 'dead') throw new Error('dead');
    const form = { ...(await aForm(scene, { decision: 'accept' })), nonce: view.nonce };
    expect((await decideTask(scene, link, form)).kind).toBe('recorded');
    const { actor } = (await scene.store.history(id)).at(-1)!;
    expect(actor).toEqual({ kind: 'agency', agencyId: WARD, contactId: `lien-he-1@${LATER}` });
  });

  test('is dead, too, when the contact was taken off the list', async () => {
    const scene = createScene();
    await atWard(scene);
    await scene.contacts.remove(WARD, 'lien-he-1');
    expect(await viewTask(scene, LINK_ID)).toMatchObject({ kind: 'dead', because: 'replaced' });
  });

  test('gives the receipt again for what was recorded while it lived', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const form = await aForm(scene, { decision: 'accept' });
    await decideTask(scene, LINK_ID, form);
    await scene.contacts.remove(WARD, 'lien-he-1');
    expect((await decideTask(scene, LINK_ID, form)).kind).toBe('repeated');
    expect(await told(scene, id)).toHaveLength(3);
  });
});

describe('a link of a replaced key', () => {
  test('is dead, and the next mail brings one that acts', async () => {
    const before = createScene();
    const { id } = await atWard(before);
    const scene = { ...before, linkKeyVersion: '2' };
    expect(await viewTask(scene, LINK_ID)).toMatchObject({ kind: 'dead', because: 'replaced' });
    const form = await aForm(scene, { decision: 'accept' });
    await expect(decideTask(scene, LINK_ID, form)).rejects.toThrow(TaskClosedError);
    expect((await viewTask(scene, await mailed(scene, id))).kind).toBe('live');
  });

  test('of a task that is over says so', async () => {
    const before = createScene();
    await atWard(before);
    await decideTask(before, LINK_ID, await aForm(before, { decision: 'resolve' }));
    const view = await viewTask({ ...before, linkKeyVersion: '2' }, LINK_ID);
    expect(view).toMatchObject({ kind: 'dead', because: 'moved' });
  });
});
