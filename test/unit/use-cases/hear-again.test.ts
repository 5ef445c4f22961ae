import { describe, expect, test } from 'vitest';
import {
  HeadConflictError,
  IdempotencyMismatchError,
  IllegalTransitionError,
  TaskClosedError,
} from '../../../core/errors.js';
import type { ResidentWord } from '../../../core/use-cases/hear-resident.js';
import {
  answer,
  dissatisfied,
  expectFolded,
  hear,
  held,
  resolved,
  resolveTask,
  SATISFIED,
  waiting,
  WITHDRAW,
} from './hearing.js';
import { load, told, type Scene } from './scene.js';

const numberOf = async (scene: Scene, id: string, type: string): Promise<number> =>
  (await told(scene, id)).filter((one) => one === type).length;

describe('the same request again', () => {
  const KEY = 'khoa-cua-trang-1';

  test('with its key changes nothing, also when the state no longer awaits it', async () => {
    const { scene, id } = await resolved();
    const first = await hear(scene, id, { word: dissatisfied(), key: KEY });
    expect(first).toMatchObject({ status: 'ASSIGNED', reopenings: 1 });
    expect(await hear(scene, id, { word: dissatisfied(), key: KEY })).toEqual(first);
  });

  test('with its key and other words is refused', async () => {
    const { scene, id } = await waiting();
    await hear(scene, id, { word: answer('Ở hẻm 5.'), key: KEY });
    for (const word of [answer('Ở hẻm 6.'), WITHDRAW])
      await expect(hear(scene, id, { word, key: KEY })).rejects.toThrow(IdempotencyMismatchError);
  });

  test.each<[string, ResidentWord, typeof held]>([
    ['an answer', answer('Ở hẻm 5.'), waiting],
    ['something to add', answer('Ở hẻm 5.'), held],
    ['a withdrawal', WITHDRAW, held],
    ['feedback', SATISFIED, resolved],
    ['feedback that reopens', dissatisfied(), resolved],
  ])('without a key counts once: %s', async (_what, word, from) => {
    const { scene, id } = await from();
    const first = await hear(scene, id, { word });
    expect(await hear(scene, id, { word })).toEqual(first);
  });

  test.each([undefined, KEY])(
    'twice at the same time is recorded once, and both learn of it (key: %s)',
    async (key) => {
      const { scene, id } = await waiting();
      const said = { word: answer('Ở hẻm 5.'), ...(key !== undefined && { key }) };
      const heard = await Promise.all([hear(scene, id, said), hear(scene, id, said)]);
      expect(heard.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED']);
      expect((await told(scene, id)).slice(3)).toEqual(['ResidentAnswered']);
      await expectFolded(scene, id);
    },
  );

  test('two different words at the same time are both recorded', async () => {
    const { scene, id } = await waiting();
    await Promise.all([
      hear(scene, id, { word: answer('Ở hẻm 5.') }),
      hear(scene, id, { word: answer('Và hẻm 6.') }),
    ]);
    expect((await told(scene, id)).slice(3)).toEqual(['ResidentAnswered', 'ResidentSupplemented']);
  });

  test('in the same words answers the next question too', async () => {
    const { scene, id, decide } = await waiting();
    await hear(scene, id, { word: answer('Có.') });
    await decide('ask', { text: 'Còn mùi không?' });
    expect((await hear(scene, id, { word: answer('Có.') })).status).toBe('ACCEPTED');
    expect(await numberOf(scene, id, 'ResidentAnswered')).toBe(2);
  });

  test('is heard once more when the record moves on five times in between, and then gives up', async () => {
    const { scene, id } = await waiting();
    const store = Object.assign(Object.create(scene.store) as typeof scene.store, {
      commit: () => Promise.reject(new HeadConflictError()),
    });
    await expect(hear({ ...scene, store }, id, { word: answer('Ở hẻm 5.') })).rejects.toThrow(
      HeadConflictError,
    );
    expect((await hear(scene, id, { word: answer('Ở hẻm 5.') })).status).toBe('ACCEPTED');
  });
});

describe('not being satisfied', () => {
  test('in the same words as the last time is a word of its own', async () => {
    const { scene, id } = await resolved();
    await hear(scene, id, { word: dissatisfied() });
    const { task } = await load(scene, id);
    expect(task).toMatchObject({ no: 2, holder: { id: 'ubnd-phuong' } });
    const again = await resolveTask(scene, id);
    expect(again.status).toBe('RESOLVED');
    expect(await hear(scene, id, { word: dissatisfied() })).toMatchObject({
      ...{ status: 'ASSIGNED', reopenings: 1, appeals: 1 },
      task: { no: 3, holder: { id: 'ubnd-quan' } },
    });
    await expectFolded(scene, id);
  });
});

describe('a race with the holder', () => {
  test('a withdrawal and a decision: whoever comes second is told so', async () => {
    const { scene, id, decide } = await held();
    const results = await Promise.allSettled([hear(scene, id, { word: WITHDRAW }), decide('resolve')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    const { status } = await load(scene, id);
    expect(['WITHDRAWN', 'RESOLVED']).toContain(status);
    expect(refused?.reason).toBeInstanceOf(status === 'WITHDRAWN' ? TaskClosedError : IllegalTransitionError);
    await expectFolded(scene, id);
  });

  test('an answer and a decision: the decision stands; the answer is recorded before it or refused', async () => {
    const { scene, id, decide } = await waiting();
    await Promise.allSettled([hear(scene, id, { word: answer('Ở hẻm 5.') }), decide('resolve')]);
    expect((await load(scene, id)).status).toBe('RESOLVED');
    await expectFolded(scene, id);
  });

  test('an answer after the pause ended is something added, and not lost', async () => {
    const { scene, id, advance } = await waiting();
    scene.clock.advance({ days: 20 });
    await advance('Resume');
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    expect((await told(scene, id)).slice(3)).toEqual(['PauseEnded', 'ResidentSupplemented']);
  });

  test('the end of a pause after the answer writes nothing', async () => {
    const { scene, id, advance } = await waiting();
    scene.clock.advance({ days: 20 });
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    await advance('Resume');
    expect((await told(scene, id)).slice(3)).toEqual(['ResidentAnswered']);
  });
});
