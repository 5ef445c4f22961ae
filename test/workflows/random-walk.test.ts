import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { DomainError } from '../../core/errors.js';
import { plusMs } from '../../core/time.js';
import { SUPPORT_DECISIONS, type SupportDecision } from '../../core/petition/support-transitions.js';
import { isEnded, type Decision } from '../../core/petition/transitions.js';
import { APPROVAL_WAYS } from '../../core/petition/approval-way.js';
import { FINAL_DECISIONS } from '../../core/petition/final-decision.js';
import { confirmDelivery } from '../../core/use-cases/confirm-delivery.js';
import type { ResidentWord } from '../../core/use-cases/hear-resident.js';
import type { CallFault, Deliveries } from '../support/asl/faults.js';
import { noFaults } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CHAIRMAN, NEIGHBOUR, smallRegisters } from '../support/asl/small-registers.js';
import { aboutDraft, draftSteps, type DraftStep } from '../support/asl/draft-steps.js';
import { World } from '../support/asl/world.js';
import { decideWithAll } from './decide-with-all.js';

const TIME_LIMIT_MS = 120_000;
/** Ten working days for the resident to answer a question, with the days off in between. */
const LONGEST_WAIT_DAYS = 17;

/** What may happen next. */
type Step =
  | { do: 'wait'; minutes: number }
  | { do: 'decide'; decision: Decision }
  | DraftStep
  | { do: 'support'; decision: SupportDecision; no: number }
  | { do: 'hear'; word: ResidentWord }
  | { do: 'confirm' | 'kill' | 'wake' | 'supersede' | 'set-back-clock' };

/** What the resident may say; a withdrawal ends everything, so that it is one of many. */
const WORDS: ResidentWord[] = [
  { kind: 'answer', text: 'Ở hẻm 5.' },
  { kind: 'feedback', satisfied: false, rating: 1, text: 'Chưa xong.' },
  { kind: 'answer', text: 'Gần trường học.' },
  { kind: 'feedback', satisfied: false, rating: null, text: 'Vẫn chưa xong.' },
  { kind: 'feedback', satisfied: true, rating: 5, text: null },
  { kind: 'withdraw', text: null },
];

const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 600, max: 2_400 }) },
);

const steps = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      decision: fc.constantFrom(
        'accept',
        'note',
        'resolve',
        'reject',
        'extend',
        'transfer',
        'beyond-competence',
        'ask',
        'guide',
        'forward',
        'request-support',
        'request-support',
        'end-support',
        'allow-support-extension',
        'refuse-support-extension',
        'propose-visit',
        'refer-up',
        'direct',
        'request-extension',
        'commit',
        'reclassify',
        'assign',
        'assign',
      ),
    }),
  },
  { weight: 4, arbitrary: draftSteps },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('support' as const),
      decision: fc.constantFrom(...SUPPORT_DECISIONS),
      no: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('hear' as const), word: fc.constantFrom(...WORDS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('confirm', 'kill', 'wake', 'supersede', 'set-back-clock') }),
  },
) as fc.Arbitrary<Step>;

const calls: fc.Arbitrary<CallFault> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ kind: 'none' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('refuse', 'lose-answer', 'silence'),
      error: fc.constantFrom('Lambda.ServiceException', 'TransientError', 'TypeError', 'Sandbox.Timedout'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('late'), afterMs: fc.integer({ min: 0, max: 600_000 }) }),
  },
);

const deliveries: fc.Arbitrary<Deliveries> = fc.oneof(
  { weight: 6, arbitrary: fc.constant([50]) },
  { weight: 3, arbitrary: fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 3 }) },
);

/** Never only faults: executions that never get anywhere are replaced every few minutes, which takes long here. */
const faults = fc.record({
  calls: fc.array(calls, { maxLength: 40 }).map((some): CallFault[] => [...some, { kind: 'none' }]),
  deliveries: fc.array(deliveries, { minLength: 1, maxLength: 20 }),
  yes: fc.array(fc.boolean(), { maxLength: 6 }).map((losses) => [...losses, true]),
});

/** What kind of place it is. */
const places = fc.record({
  endsDistricts: fc.boolean(),
  approval: fc.constantFrom(
    {},
    ...APPROVAL_WAYS.map((approvalWay) => ({ approvalWay, headApproval: [...FINAL_DECISIONS] })),
  ),
});

/** The values of a list over and over, from the first. */
const cycle = <T>(values: readonly T[], otherwise: T): (() => T) => {
  let next = 0;
  return () => values[next++ % values.length] ?? otherwise;
};

/** Not everything is allowed at every time; what is refused must change nothing. */
const unlessRefused = async (attempt: () => Promise<unknown>): Promise<void> => {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
};

const take = async (world: World, id: string, step: Step): Promise<void> => {
  switch (step.do) {
    case 'wait':
      await world.scheduler.runFor({ minutes: step.minutes });
      return;
    case 'decide':
      await unlessRefused(() => decideWithAll(world, id, step.decision));
      return;
    case 'draft':
      await unlessRefused(() => aboutDraft(world, id, step));
      return;
    case 'support':
      await unlessRefused(() =>
        world.decideSupport(id, `support-${step.no}`, {
          ...{ decision: step.decision, agency: step.no === 1 ? NEIGHBOUR.id : CHAIRMAN.id },
          until: '2025-03-07',
        }),
      );
      return;
    case 'hear':
      await unlessRefused(() => world.hear(id, step.word));
      return;
    case 'confirm':
      await confirmDelivery({ ...world.fakes, registers: world.registers }, id, {
        ...{ by: 'phone', actor: { kind: 'operator', userId: 'can-bo-1' } },
        answerSeq: (await world.petition(id)).outcome?.seq ?? 0,
      });
      return;
    case 'kill':
      for (const execution of world.machine.executions.values()) execution.end('FAILED');
      return;
    case 'wake':
      world.machine.answer((await world.thread(id)).token ?? '');
      return;
    case 'supersede':
      if (isEnded((await world.petition(id)).status)) return;
      await world.fakes.threads.raiseRun(await world.thread(id), {
        wakeAt: world.now,
        runStartedAt: world.now,
      });
      return;
    case 'set-back-clock':
      world.fakes.clock.set(plusMs(world.now, -600_000));
  }
};

/** The walk may end at the very instant of a wake-up: the engine then owes a step, for two minutes. */
const owesStep = async (world: World, id: string): Promise<boolean> => {
  const { supports } = await world.petition(id);
  const threads = ['lead', ...supports.map(({ thread }) => thread)];
  const soon = plusMs(world.now, 120_000);
  const wakes = await Promise.all(threads.map(async (name) => (await world.thread(id, name)).wakeAt));
  return wakes.some((wakeAt) => wakeAt !== null && wakeAt <= soon);
};

test.prop([fc.array(steps, { minLength: 3, maxLength: 16 }), faults, places], { numRuns: 30 })(
  'whatever happens, no petition is lost: its record is its history, and somebody will look at it',
  async (walk, plan, { endsDistricts, approval }) => {
    const world = new World({
      registers: smallRegisters({
        districtsUntil: endsDistricts ? '2025-03-12T17:00:00.000Z' : null,
        ...approval,
      }),
    });
    Object.assign(world.faults, {
      call: cycle(plan.calls, { kind: 'none' }),
      record: cycle(plan.deliveries, [50]),
      answerArrives: cycle(plan.yes, true),
      endIsTold: cycle(plan.yes, true),
      stopArrives: cycle(plan.yes, true),
    });
    const id = await world.submit();
    for (const step of walk) {
      await take(world, id, step);
      await expectInvariants(world, id);
    }

    // Once everything works again, the petition is in the hands of a running execution, or closed for good: at once where
    // something is told, and at its next wake-up at the latest where an execution died and nobody heard of it.
    Object.assign(world.faults, noFaults());
    await world.scheduler.runFor({ days: LONGEST_WAIT_DAYS });
    if (await owesStep(world, id)) await world.scheduler.runFor({ minutes: 3 });
    await expectInvariants(world, id);
    const petition = await world.petition(id);
    const thread = await world.thread(id);
    expect(petition.status).not.toBe('SUBMITTED');
    if (isEnded(petition.status)) {
      expect(thread.wakeAt).toBeNull();
    } else {
      expect(world.execution(id, thread.run)).toMatchObject({ status: 'RUNNING', isWaiting: true });
      expect((thread.wakeAt ?? '') > world.now).toBe(true);
      expect(thread.handledSeq).toBe(thread.wakeSeq);
    }
    for (const { thread: name, ended } of petition.supports) {
      const own = await world.thread(id, name);
      expect(own.handledSeq).toBe(own.wakeSeq);
      if (ended === null) {
        expect(world.execution(id, own.run, name)).toMatchObject({ status: 'RUNNING', isWaiting: true });
        expect((own.wakeAt ?? '') > world.now).toBe(true);
      } else {
        expect(own.wakeAt).toBeNull();
      }
    }
  },
  TIME_LIMIT_MS,
);
