import { describe, expect, test } from 'vitest';
import type { PetitionList } from '../../../core/ports/audit.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { resendTasks } from '../../../core/use-cases/resend-tasks.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { DISTRICT } from '../../support/asl/small-registers.js';
import { aContact } from '../../support/builders/link-builder.js';
import { aForm, atWard, createScene, LINK_ID, load } from './scene.js';

const WARD = 'ubnd-phuong';

describe('mailing open tasks again', () => {
  test('promises the mail of each, which leaves at once with a link', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    expect(await resendTasks(scene, WARD)).toBe(1);
    const ref = { petitionId: id, id: '000002-100' };
    expect(await scene.notices.due('hcm', scene.clock.now(), { limit: 9 })).toContainEqual(
      expect.objectContaining(ref),
    );
    expect(await sendNotice(scene, ref)).toBe('sent');
    expect(scene.mailer.to(`main@${WARD}.example`)[0]).toMatchObject({
      subject: 'assignment',
      text: expect.stringContaining('/t/') as string,
    });
  });

  test('mails again each time it is asked to', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    expect([await resendTasks(scene, WARD), await resendTasks(scene, WARD)]).toEqual([1, 1]);
    expect(await scene.notices.load({ petitionId: id, id: '000002-101' })).not.toBeNull();
  });

  test('leaves out what the agency has settled, and what others hold', async () => {
    const scene = createScene();
    await atWard(scene);
    expect(await resendTasks(scene, 'ubnd-quan')).toBe(0);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    expect(await resendTasks(scene, WARD)).toBe(0);
  });

  test('mails support tasks too, to whoever is asked while they are open, with their own link', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    await decideTask(
      scene,
      LINK_ID,
      await aForm(scene, { decision: 'request-support', supports: [DISTRICT.id] }),
    );
    await scene.contacts.put(aContact({ agencyId: DISTRICT.id, email: 'main@quan.example' }));
    expect(await resendTasks(scene, DISTRICT.id)).toBe(1);
    const { seq } = (await load(scene, id)).head;
    const ref = { petitionId: id, id: `${String(seq).padStart(6, '0')}-100` };
    expect(await sendNotice(scene, ref)).toBe('sent');
    expect(scene.mailer.to('main@quan.example').at(-1)).toMatchObject({
      subject: 'support-requested',
      text: expect.stringContaining('/t/') as string,
    });
    // Nobody is assigned to a support task inside the agency.
    expect(await resendTasks(scene, DISTRICT.id, ['office-1'])).toBe(0);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'end-support', thread: 'support-1' }));
    expect(await resendTasks(scene, DISTRICT.id)).toBe(0);
  });

  test('leaves out a support task that the index still shows', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const supports = { openSupports: () => Promise.resolve([{ petitionId: id, thread: 'support-1' }]) };
    expect(await resendTasks({ ...scene, supports }, DISTRICT.id)).toBe(0);
  });

  test('reads the whole of a long list', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const [item] = (
      await scene.list.list(
        { by: { kind: 'holder', agencyId: WARD }, where: {} },
        { now: scene.clock.now(), limit: 1 },
      )
    ).items;
    const list: PetitionList = {
      list: (_query, { cursor }) =>
        Promise.resolve(cursor === undefined ? { items: [], next: 'more' } : { items: [item!] }),
    };
    expect(await resendTasks({ ...scene, list }, WARD)).toBe(1);
    expect(await scene.notices.load({ petitionId: id, id: '000002-100' })).not.toBeNull();
  });
});
