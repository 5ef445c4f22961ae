import { describe, expect, test } from 'vitest';
import { IllegalTransitionError, NotFoundError, ValidationError } from '../../../core/errors.js';
import type { ResidentWord } from '../../../core/use-cases/hear-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import {
  answer,
  dissatisfied,
  expectFolded,
  hear,
  held,
  resolved,
  SATISFIED,
  waiting,
  WITHDRAW,
} from './hearing.js';
import { createScene, load, submitted, thread, told, type Scene } from './scene.js';

const last = async (scene: Scene, id: string) => (await scene.store.history(id)).at(-1);
describe('the word of a resident', () => {
  test('is recorded as the resident’s; the text is in the vault and not in the event', async () => {
    const { scene, id } = await waiting();
    const petition = await hear(scene, id, { word: answer('Ở hẻm 5.') });
    expect(petition).toMatchObject({ status: 'ACCEPTED', task: { pause: null } });
    const event = await last(scene, id);
    expect(event).toMatchObject({ type: 'ResidentAnswered', actor: { kind: 'resident' }, seq: 4 });
    expect(JSON.stringify(event)).not.toContain('hẻm');
    expect(await scene.vault.openTexts(id, 4)).toEqual({ text: 'Ở hẻm 5.' });
    await expectFolded(scene, id);
  });

  test('without words puts nothing into the vault', async () => {
    const { scene, id } = await held();
    await hear(scene, id, { word: WITHDRAW });
    await expect(scene.vault.openTexts(id, 3)).rejects.toThrow(NotFoundError);
  });

  test('wakes the workflow and tells the holder', async () => {
    const { scene, id } = await waiting();
    const { wakeSeq } = await thread(scene, id);
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    expect((await thread(scene, id)).wakeSeq).toBe(wakeSeq + 1);
    expect(await scene.notices.load({ petitionId: id, id: '000004-0' })).toMatchObject({
      kind: 'answered',
      to: { kind: 'agency', agencyId: 'ubnd-phuong' },
    });
  });

  test('takes a code as people write it', async () => {
    const { scene, id } = await held();
    const { code } = await load(scene, id);
    const written = ` ${code.toLowerCase().replaceAll('0', 'o')} `;
    expect((await hear(scene, id, { word: WITHDRAW, code: written })).status).toBe('WITHDRAWN');
  });
});

describe('who is not the resident', () => {
  test.each<[string, (scene: Scene, id: string) => Promise<{ code?: string; secret?: string }>]>([
    ['with an unknown code', () => Promise.resolve({ code: '0000-0000-0000-0' })],
    ['with something that is no code', () => Promise.resolve({ code: 'x' })],
    ['with a wrong secret', () => Promise.resolve({ secret: 'f'.repeat(20) })],
    ['without a secret', () => Promise.resolve({ secret: '' })],
    ['with the secret of nobody', async ({ keyed }) => ({ secret: await receiptSecret(keyed, 'nobody') })],
    [
      'with a part of the secret',
      async ({ keyed }, id) => ({ secret: (await receiptSecret(keyed, id)).slice(1) }),
    ],
    [
      'with more than the secret',
      async ({ keyed }, id) => ({ secret: `${await receiptSecret(keyed, id)}0` }),
    ],
  ])('%s finds nothing, and changes nothing', async (_who, as) => {
    const { scene, id } = await waiting();
    const before = await told(scene, id);
    const said = { word: answer('Ở hẻm 5.'), ...(await as(scene, id)) };
    await expect(hear(scene, id, said)).rejects.toThrow(new NotFoundError());
    expect(await told(scene, id)).toEqual(before);
  });

  test('the secret of another petition is a wrong one', async () => {
    const { scene, id } = await waiting();
    const secret = await receiptSecret(scene.keyed, '01950000-0000-7000-8000-00000000ffff');
    await expect(hear(scene, id, { word: WITHDRAW, secret })).rejects.toThrow(NotFoundError);
  });
});

describe('what the state does not await', () => {
  test.each<[string, ResidentWord]>([
    ['something to add', answer('Thêm ảnh.')],
    ['feedback', SATISFIED],
  ])('before it was routed: %s', async (_what, word) => {
    const scene = createScene();
    const { id } = await submitted(scene);
    await expect(hear(scene, id, { word })).rejects.toThrow(IllegalTransitionError);
  });

  test('a withdrawal is possible from the first moment; the workflow then finds nothing to route', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    expect(await hear(scene, id, { word: WITHDRAW })).toMatchObject({ status: 'WITHDRAWN', task: null });
    await expect(hear(scene, id, { word: answer('Khoan đã.') })).rejects.toThrow(IllegalTransitionError);
    await expectFolded(scene, id);
  });

  test('feedback after closing, whether by silence or by a word', async () => {
    const { scene, id, advance } = await resolved();
    await hear(scene, id, { word: SATISFIED });
    await expect(hear(scene, id, { word: dissatisfied() })).rejects.toThrow(IllegalTransitionError);
    await advance('Close');
    expect(await load(scene, id)).toMatchObject({ status: 'CLOSED', feedback: { satisfied: true } });
    for (const word of [dissatisfied(), answer('Thêm.'), WITHDRAW])
      await expect(hear(scene, id, { word })).rejects.toThrow(IllegalTransitionError);
  });

  test('not being satisfied without a reason', async () => {
    const { scene, id } = await resolved();
    const word = { kind: 'feedback', satisfied: false, rating: 1, text: null } as const;
    await expect(hear(scene, id, { word })).rejects.toThrow(ValidationError);
  });
});
