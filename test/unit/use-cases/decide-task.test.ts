import { describe, expect, test } from 'vitest';
import {
  IllegalTransitionError,
  NotFoundError,
  TaskClosedError,
  ValidationError,
} from '../../../core/errors.js';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import { decideTask, type DecisionForm } from '../../../core/use-cases/decide-task.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import { aContact, aLink } from '../../support/builders/link-builder.js';
import { smallRegisters } from '../../support/asl/small-registers.js';
import { aForm, atWard, createScene, hashOf, LINK_ID, load, told } from './scene.js';

const PHOTO = { bytes: new Uint8Array([9]), sha256: 'e'.repeat(64), type: 'image/png' } as const;

describe('a decision through a link', () => {
  test('is recorded with who held the link; its texts are in the vault and not in the event', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const outcome = await decideTask(
      scene,
      LINK_ID,
      await aForm(scene, { decision: 'resolve', evidence: [PHOTO] }),
    );
    expect(outcome).toMatchObject({ kind: 'recorded', seq: 3, petition: { status: 'RESOLVED' } });
    const event = (await scene.store.history(id)).at(-1);
    expect(event?.actor).toEqual({
      kind: 'agency',
      agencyId: 'ubnd-phuong',
      contactId: `lien-he-1@${aContact().addressSince}`,
    });
    expect(JSON.stringify(event)).not.toContain('thu gom');
    expect(await scene.vault.openTexts(id, 3)).toEqual({
      text: 'Đã thu gom xong sáng nay.',
      declaredBy: 'Nguyễn Văn Thử — Phó Chủ tịch',
    });
    expect([...scene.files.files.keys()]).toEqual([`${id}/${PHOTO.sha256}`]);
  });

  test('posted twice gives the same receipt, also after the task was closed by it', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve' });
    const first = await decideTask(scene, LINK_ID, form);
    expect(await decideTask(scene, LINK_ID, form)).toMatchObject({
      kind: 'repeated',
      seq: first.kind === 'recorded' ? first.seq : 0,
    });
    expect((await told(scene, id)).filter((type) => type === 'PetitionResolved')).toHaveLength(1);
  });

  test('posted twice at the same time is recorded once, and both learn of it', async () => {
    const scene = createScene();
    await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve' });
    const outcomes = await Promise.all([decideTask(scene, LINK_ID, form), decideTask(scene, LINK_ID, form)]);
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['recorded', 'repeated']);
  });

  test('keeps the name of another body only where an event names it', async () => {
    const body = 'Công ty Môi trường đô thị';
    const texts = async (decision: 'forward' | 'reject') => {
      const scene = createScene();
      const { id } = await atWard(scene);
      const ground = 'outside-state-competence';
      await decideTask(scene, LINK_ID, await aForm(scene, { decision, body, ground }));
      return scene.vault.openTexts(id, 3);
    };
    expect(await texts('forward')).toMatchObject({ body });
    expect(await texts('reject')).not.toHaveProperty('body');
  });

  test.each<[string, Partial<DecisionForm>]>([
    ['other words', { text: 'Nội dung khác' }],
    ['another photo', { evidence: [PHOTO] }],
    ['another decision', { decision: 'reject', ground: 'already-settled' }],
  ])('with a used form and %s says so and changes nothing', async (_what, change) => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve' });
    await decideTask(scene, LINK_ID, form);
    const before = await told(scene, id);
    expect((await decideTask(scene, LINK_ID, { ...form, ...change })).kind).toBe('mismatch');
    expect(await told(scene, id)).toEqual(before);
  });

  test('needs a link that exists and a form that we made for it', async () => {
    const scene = createScene();
    await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve' });
    await expect(decideTask(scene, 'khong-co', form)).rejects.toThrow(NotFoundError);
    const forged = [
      '',
      'abc',
      form.nonce.slice(0, -1),
      `${form.nonce}0`,
      await createNonce(scene, hashOf('link-khac')),
    ];
    for (const nonce of forged)
      await expect(decideTask(scene, LINK_ID, { ...form, nonce })).rejects.toMatchObject({
        issues: [{ pointer: '/nonce', code: 'stale-form' }],
      });
  });

  test('is refused when the task has moved on', async () => {
    const scene = createScene();
    await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'beyond-competence' }));
    await expect(decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }))).rejects.toThrow(
      TaskClosedError,
    );
  });

  test('is refused from the instant at which the holder ceases to exist', async () => {
    const scene = createScene(smallRegisters({ districtsUntil: '2025-03-10T17:00:00.000Z' }));
    const { id, at } = await atWard(scene);
    scene.clock.set('2025-03-10T10:00:00.000Z');
    await advancePetition(scene, at, 'Escalate');
    const { task } = await load(scene, id);
    const agencyId = task?.holder.id ?? '';
    await scene.contacts.put(aContact({ agencyId }));
    await scene.links.put(aLink({ hash: hashOf(LINK_ID), petitionId: id, taskNo: 2, agencyId }));
    scene.clock.set('2025-03-10T17:00:00.000Z');
    await expect(decideTask(scene, LINK_ID, await aForm(scene, { decision: 'accept' }))).rejects.toThrow(
      TaskClosedError,
    );
    scene.clock.set('2025-03-10T16:59:59.999Z');
    expect((await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'accept' }))).kind).toBe(
      'recorded',
    );
  });

  test('that the state does not allow is refused', async () => {
    const scene = createScene();
    await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'accept' }));
    await expect(decideTask(scene, LINK_ID, await aForm(scene, { decision: 'accept' }))).rejects.toThrow(
      IllegalTransitionError,
    );
  });

  test.each([
    [{ actorName: null }, '/actorName'],
    [{ actorPosition: null }, '/actorPosition'],
    [{ actorName: null, actorPosition: null }, '/actorName'],
    [{ text: null }, '/text'],
  ])('with %o missing stores nothing, no photo either', async (fault, pointer) => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const form = await aForm(scene, { decision: 'resolve', evidence: [PHOTO], ...fault });
    const refused = decideTask(scene, LINK_ID, form);
    await expect(refused).rejects.toThrow(ValidationError);
    await expect(refused).rejects.toMatchObject({ issues: [{ pointer, code: 'required' }] });
    expect(scene.files.files.size).toBe(0);
    expect(await told(scene, id)).toHaveLength(2);
  });
});
