import { describe, expect, test } from 'vitest';
import { HeadConflictError } from '../../core/errors.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { workflowText, type World } from '../support/asl/world.js';
import { ANSWER, FOLLOWER, link, linkedTwice, twice } from './duplicating.js';
import { mails } from './resident.js';

describe('what may go wrong on the way to a duplicate', () => {
  const answered = async (world: World, main: string, follower: string) => {
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(follower)).status).toBe('RESOLVED');
    const types = await world.told(follower);
    expect(types.filter((type) => type === 'PetitionResolved')).toHaveLength(1);
    expect(mails(world, FOLLOWER).filter((kind) => kind === 'decision')).toHaveLength(1);
    await expectInvariants(world, follower);
  };

  test('every record of the stream is lost: the reconciler finds main petition and duplicate', async () => {
    const { world, main, follower } = await linkedTwice();
    world.faults.record = () => [];
    await answered(world, main, follower);
  });

  test('every record comes three times', async () => {
    const { world, main, follower } = await linkedTwice();
    world.faults.record = () => [50, 900, 70_000];
    await answered(world, main, follower);
  });

  test('the answers to both waits are lost once', async () => {
    const { world, main, follower } = await linkedTwice();
    let lost = 2;
    world.faults.answerArrives = () => {
      lost -= 1;
      return lost < 0;
    };
    await answered(world, main, follower);
  });

  test('nobody wakes it: it looks by itself on the next working day', async () => {
    const { world, main, follower } = await linkedTwice();
    world.fakes.duplicates.linkedTo = () => Promise.resolve([]);
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ hours: 1 });
    expect((await world.petition(follower)).status).toBe('LINKED');
    await world.scheduler.runFor({ days: 4 });
    expect((await world.petition(follower)).status).toBe('RESOLVED');
  });

  for (const kind of ['refuse', 'lose-answer', 'silence'] as const)
    test(`following fails: ${kind}`, async () => {
      const { world, main, follower } = await linkedTwice();
      failNext(world.faults, 'FollowMainFunctionArn', { kind }, { kind });
      await answered(world, main, follower);
    });

  test('the main petition is answered while the duplicate takes its step', async () => {
    const { world, main, follower } = await twice();
    failNext(world.faults, 'NextStepFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.decide(main, { decision: 'resolve', text: ANSWER });
      },
    });
    await link(world, follower, main);
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(follower)).status).toBe('RESOLVED');
  });

  test('an execution that began before there were duplicates ends its run, and the next one follows', async () => {
    const { world, main, follower } = await linkedTwice({
      asl: workflowText('released/petition-0.1.0.asl.json'),
    });
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 10 });
    expect(world.execution(follower).entered.at(-1)).toBe('Run renewed');
    // In this world the next run begins on the old machine too; on AWS, on that of today.
    expect((await world.thread(follower)).run).toBeGreaterThan(1);
    await expectInvariants(world, follower);
  });

  test('the holder takes the link back while the workflow follows: one of the two counts', async () => {
    const { world, main, follower } = await linkedTwice();
    failNext(world.faults, 'FollowMainFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.decide(follower, { decision: 'unlink-duplicate' });
      },
    });
    await world.decide(main, { decision: 'resolve', text: ANSWER });
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(follower)).status).toBe('ACCEPTED');
    expect(await world.told(follower)).not.toContain('PetitionResolved');
    await expectInvariants(world, follower);
  });
});

test('a head conflict is not a lost link', async () => {
  const { world, main, follower } = await twice();
  const { store } = world.fakes;
  const commit = store.commit.bind(store);
  let failures = 2;
  store.commit = (change) => {
    failures -= 1;
    return failures >= 0 ? Promise.reject(new HeadConflictError()) : commit(change);
  };
  await link(world, follower, main);
  expect((await world.petition(follower)).status).toBe('LINKED');
});
