import { describe, expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { DISTRICT, NEIGHBOUR } from '../support/asl/small-registers.js';
import {
  codeRef,
  HEAD,
  mailedCodeTo,
  nonceFor,
  propose,
  TEXT,
  typesCode,
  withCodes,
} from '../support/asl/types-code.js';
import type { World } from '../support/asl/world.js';
import { subjectsTo } from './mails-to.js';

const RESIDENT = 'dan@kien-nghi.example';

describe('the code of a draft that is over', () => {
  test('moves nothing: passed on, asked, shared out, drafted anew, or late', async () => {
    const moves = [
      (world: World, id: string) => world.decide(id, { decision: 'transfer', agency: NEIGHBOUR.id }),
      (world: World, id: string) => world.decide(id, { decision: 'ask' }),
      (world: World, id: string) =>
        world.decide(id, { decision: 'request-support', supports: [DISTRICT.id] }),
      (world: World, id: string) => world.hear(id, { kind: 'answer', text: 'Ở hẻm 5.' }),
      (world: World, id: string) => world.decide(id, { decision: 'reject', ground: 'already-settled' }),
      (world: World) => world.scheduler.runFor({ days: 10 }),
    ];
    for (const move of moves) {
      const { world, id } = await withCodes();
      await world.decide(id, { decision: 'accept' });
      const code = await propose(world, id);
      const link = (await world.linkOf(id)) ?? '';
      const ref = await codeRef(world, id);
      await move(world, id);
      const told = await world.told(id);
      await expect(typesCode(world, id, { link, code, ref })).rejects.toThrow();
      expect(await world.told(id)).toEqual(told);
      expect((await world.petition(id)).outcome).toBeNull();
      await expectInvariants(world, id);
    }
  });
});

test('a crash between the writes loses neither code nor answer, and sends each once', async () => {
  const { world, id } = await withCodes();
  world.faults.record = () => [];
  await world.decide(id, { decision: 'resolve', text: TEXT });
  world.faults.record = () => [50, 90];
  await world.scheduler.runFor({ minutes: 15 });
  expect(subjectsTo(world, HEAD).filter((subject) => subject === 'answer-code')).toHaveLength(1);
  world.faults.record = () => [];
  const code = mailedCodeTo(world, HEAD);
  const link = (await world.linkOf(id)) ?? '';
  const form = { link, nonce: await nonceFor(world, link), ref: await codeRef(world, id), code };
  const said = await Promise.all([typesCode(world, id, form), typesCode(world, id, form)]);
  expect(said.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'repeated']);
  expect((await typesCode(world, id, form)).kind).toBe('repeated');
  world.faults.record = () => [50, 70];
  await world.scheduler.runFor({ minutes: 15 });
  expect(subjectsTo(world, RESIDENT).filter((subject) => subject === 'decision')).toHaveLength(1);
  expect((await world.told(id)).filter((type) => type === 'PetitionResolved')).toHaveLength(1);
  await expectInvariants(world, id);
});
