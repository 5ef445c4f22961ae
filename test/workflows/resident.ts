import { expect } from 'vitest';
import type { ResidentWord } from '../../core/use-cases/hear-resident.js';
import { World, type WorldOptions } from '../support/asl/world.js';

export const RESIDENT = 'dan@kien-nghi.example';
export const ANSWER: ResidentWord = { kind: 'answer', text: 'Ở hẻm 5.' };
export const WITHDRAW: ResidentWord = { kind: 'withdraw', text: null };
export const SATISFIED: ResidentWord = { kind: 'feedback', satisfied: true, rating: 5, text: null };
export const DISSATISFIED: ResidentWord = {
  kind: 'feedback',
  satisfied: false,
  rating: 1,
  text: 'Chưa xong.',
};

export const atWard = async (options: WorldOptions = {}) => {
  const world = new World(options);
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

export const waiting = async (options: WorldOptions = {}) => {
  const { world, id } = await atWard(options);
  await world.decide(id, { decision: 'ask', text: 'Ở hẻm nào?' });
  await world.scheduler.runFor({ minutes: 1 });
  expect(world.execution(id).entered.at(-1)).toBe('Await resident');
  return { world, id };
};

export const mails = (world: World, to = RESIDENT) => world.fakes.mailer.to(to).map(({ subject }) => subject);
/** States entered after a number of them, without the looks that lead to a wait. */
export const entered = (world: World, id: string, after: number) =>
  world
    .execution(id)
    .entered.slice(after)
    .filter((name) => name !== 'Take next step' && name !== 'What comes next?');
