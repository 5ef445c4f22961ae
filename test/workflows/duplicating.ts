import { World, type WorldOptions } from '../support/asl/world.js';

export const FOLLOWER = 'nguoi-sau@kien-nghi.example';
export const ANSWER = 'Đã thu gom rác ở đầu hẻm, tổ dân phố xác nhận.';

/** Two residents hand in the same; both matters are with the ward. */
export const twice = async (options: WorldOptions = {}) => {
  const world = new World(options);
  const main = await world.submit();
  const follower = await world.submit({ email: FOLLOWER });
  await world.untilWaiting(main);
  await world.untilWaiting(follower);
  await world.scheduler.runFor({ minutes: 5 });
  return { world, main, follower };
};

const codeOf = async (world: World, id: string): Promise<string> => (await world.petition(id)).code;

export const link = async (world: World, id: string, mainId: string) =>
  world.decide(id, { decision: 'link-duplicate', duplicateOf: await codeOf(world, mainId) });

export const linkedTwice = async (options: WorldOptions = {}) => {
  const pair = await twice(options);
  await link(pair.world, pair.follower, pair.main);
  await pair.world.scheduler.runFor({ minutes: 5 });
  return pair;
};
