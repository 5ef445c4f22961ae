import { describe, expect, test } from 'vitest';
import { NotFoundError } from '../../../core/errors.js';
import { formatCode } from '../../../core/codes/petition-code.js';
import { confirmDelivery } from '../../../core/use-cases/confirm-delivery.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { trackPetition } from '../../../core/use-cases/track-petition.js';
import { viewTask } from '../../../core/use-cases/view-task.js';
import { NEIGHBOUR } from '../../support/asl/small-registers.js';
import { aForm, atWard, createScene, LINK_ID, load, RESIDENT_EMAIL, submitted, told } from './scene.js';
import { answer, hear, held, waiting, WITHDRAW } from './hearing.js';

describe('following a petition by its code', () => {
  test('shows state, holder and promise, and nobody', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const { code } = await load(scene, id);
    const tracked = await trackPetition(scene, ` ${formatCode(code).toLowerCase()} `);
    expect(tracked).toMatchObject({
      code,
      status: 'ASSIGNED',
      holder: { id: 'ubnd-phuong' },
      late: false,
      outcome: null,
    });
    for (const personal of ['Trần', 'dan@', '0900000000', 'Rác'])
      expect(JSON.stringify(tracked)).not.toContain(personal);
  });

  test('shows the answer once there is one, and late only what was', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const { code } = await load(scene, id);
    scene.clock.set('2025-03-10T10:00:00.001Z');
    expect(await trackPetition(scene, code)).toMatchObject({ late: true });
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    await confirmDelivery(scene, id, { by: 'post', actor: { kind: 'operator', userId: 'u' }, answerSeq: 3 });
    const tracked = await trackPetition(scene, code);
    expect(tracked).toMatchObject({
      status: 'RESOLVED',
      holder: null,
      late: true,
      outcome: { answer: 'Đã thu gom xong sáng nay.' },
    });
    expect(tracked.outcome).not.toHaveProperty('seq');
    expect(tracked.feedbackUntil).toBe('2025-03-17T10:00:00.000Z');
  });

  test('names the agencies asked to contribute and whether they have answered, not what was said', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const { code } = await load(scene, id);
    const text = 'Xin kiểm tra cống.';
    const supports = [NEIGHBOUR.id];
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'request-support', text, supports }));
    const tracked = await trackPetition(scene, code);
    expect(tracked.supports).toEqual([
      { agency: NEIGHBOUR.name, state: 'REQUESTED', requestedAt: tracked.hops[0]?.at, endedAt: null },
    ]);
    expect(JSON.stringify(tracked)).not.toContain(text);
  });

  test('while it waits for the resident shows the question, and neither counts days nor turns late', async () => {
    const { scene, id } = await waiting();
    const { code } = await load(scene, id);
    const asked = await trackPetition(scene, code);
    expect(asked).toMatchObject({
      ...{ status: 'WAITING_RESIDENT', holder: { id: 'ubnd-phuong' }, late: false },
      question: { text: 'Rác ở đầu hẻm nào?', until: '2025-03-17T10:00:00.000Z' },
    });
    scene.clock.set('2025-03-14T02:00:00.000Z');
    expect(await trackPetition(scene, code)).toEqual(asked);
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    const answered = await trackPetition(scene, code);
    expect(answered).toMatchObject({ status: 'ACCEPTED', question: null, late: false });
    expect((answered.dueAt ?? '') > (asked.dueAt ?? '')).toBe(true);
  });

  test('once it is withdrawn counts no days, is not late, and names no holder', async () => {
    const { scene, id } = await held();
    const { code } = await load(scene, id);
    await hear(scene, id, { word: WITHDRAW });
    scene.clock.advance({ days: 60 });
    expect(await trackPetition(scene, code)).toMatchObject({
      ...{ status: 'WITHDRAWN', late: false, workingDays: null, holder: null },
    });
  });

  test.each(['', 'x', '0000-0000-0000-1', 'ABCDEFGHJKMN0'])(
    'does not tell why %o is not found',
    async (typed) => {
      await expect(trackPetition(createScene(), typed)).rejects.toThrow(NotFoundError);
    },
  );

  test('before routing names no holder', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    expect((await trackPetition(scene, (await load(scene, id)).code)).holder).toBeNull();
  });
});

describe("the official's page", () => {
  test('shows the matter, what was said so far and what can be decided; looking changes nothing', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    await decideTask(
      scene,
      LINK_ID,
      await aForm(scene, { decision: 'note', text: 'Đã hẹn với tổ dân phố.' }),
    );
    const before = scene.database.records.length;
    const view = await viewTask(scene, LINK_ID);
    expect(view).toMatchObject({
      kind: 'live',
      resident: { description: 'Rác tồn đọng ba ngày ở đầu hẻm.' },
      remarks: [{ type: 'ProgressNoted', text: 'Đã hẹn với tổ dân phố.' }],
      peers: [{ id: 'ubnd-phuong-ben' }, { id: 'ubnd-phuong-moi' }],
      placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
      superior: { extendUntilAtMost: '2025-03-17T10:00:00.000Z' },
    });
    expect(view.kind === 'live' ? view.decisions : []).toContain('accept');
    expect(scene.database.records).toHaveLength(before);
    expect(await told(scene, id)).toHaveLength(3);
  });

  test('of a category that hides the submitter, or one that no rule knows any more, shows nothing of the person', async () => {
    for (const hidesSubmitter of [true, null]) {
      const scene = createScene();
      await atWard(scene);
      const { registers } = scene;
      const category = async (code: string) => {
        const facts = await registers.category(code);
        return facts === null || hidesSubmitter === null ? null : { ...facts, hidesSubmitter };
      };
      const view = await viewTask({ ...scene, registers: { ...registers, category } }, LINK_ID);
      expect(view).toMatchObject({ kind: 'live', resident: { submitter: null } });
      for (const personal of ['Trần Thị Thử', '0900000000', RESIDENT_EMAIL])
        expect(JSON.stringify(view)).not.toContain(personal);
    }
  });

  test('of another category shows name and phone, never the e-mail', async () => {
    const scene = createScene();
    await atWard(scene);
    const view = await viewTask(scene, LINK_ID);
    expect(view).toMatchObject({ resident: { submitter: { name: 'Trần Thị Thử', phone: '0900000000' } } });
    expect(JSON.stringify(view)).not.toContain(RESIDENT_EMAIL);
  });

  test('gives the notes in their order, a few of them opened at once', async () => {
    const scene = createScene();
    await atWard(scene);
    for (let i = 1; i <= 12; i++)
      await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'note', text: `Ghi ${i}` }));
    const many = { open: 0, most: 0 };
    const openTexts = scene.vault.openTexts.bind(scene.vault);
    scene.vault.openTexts = async (id, seq) => {
      many.most = Math.max(many.most, ++many.open);
      await new Promise(setImmediate);
      many.open--;
      return openTexts(id, seq);
    };
    const view = await viewTask(scene, LINK_ID);
    const texts = view.kind === 'live' ? view.remarks.map(({ text }) => text) : [];
    expect(texts).toEqual(Array.from({ length: 12 }, (_, i) => `Ghi ${i + 1}`));
    expect(many.most).toBe(10);
  });

  test('makes a new form each time, and either can be posted', async () => {
    const scene = createScene();
    await atWard(scene);
    const [a, b] = [await viewTask(scene, LINK_ID), await viewTask(scene, LINK_ID)];
    if (a.kind !== 'live' || b.kind !== 'live') throw new Error('not live');
    expect(a.nonce).not.toBe(b.nonce);
    const outcome = await decideTask(
      scene,
      LINK_ID,
      await aForm(scene, { decision: 'accept', nonce: b.nonce }),
    );
    expect(outcome.kind).toBe('recorded');
  });

  test('of a task that moved on shows where, and no person', async () => {
    const scene = createScene();
    await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'beyond-competence' }));
    const view = await viewTask(scene, LINK_ID);
    expect(view).toMatchObject({ kind: 'dead', petition: { task: { holder: { id: 'ubnd-quan' } } } });
    expect(Object.keys(view)).toEqual(['kind', 'because', 'petition']);
  });

  test('of an unknown link is not found', async () => {
    await expect(viewTask(createScene(), 'khong-co')).rejects.toThrow(NotFoundError);
  });
});
