import { describe, expect, test } from 'vitest';
import { parseDefinition } from '../support/asl/definition.js';
import { NoAnswerError, type Environment } from '../support/asl/interpreter.js';
import { Scheduler } from '../support/asl/scheduler.js';
import { StateMachine } from '../support/asl/state-machine.js';
import { FakeClock } from '../support/fakes/fake-clock.js';

const NOW = '2025-03-03T01:30:00.000Z';

const task = (extra: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: '${WorkFunctionArn}',
    Payload: { n: '{% $states.context.Execution.Input.n %}' },
  },
  TimeoutSeconds: 10,
  Next: 'Done',
  ...extra,
});

const machineOf = (states: Record<string, object>, extra: object = {}): string =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    TimeoutSeconds: 100_000,
    StartAt: Object.keys(states)[0],
    States: { ...states, Done: { Type: 'Succeed' }, Caught: { Type: 'Succeed' } },
    ...extra,
  });

const run = (text: string, work: (payload: unknown) => unknown = () => ({})) => {
  const clock = new FakeClock(NOW);
  const scheduler = new Scheduler(clock);
  const env: Environment = {
    scheduler,
    invoke: (_placeholder, payload) => Promise.resolve(work(payload)),
    jitter: () => 0.5,
    transitionMs: 0,
    ended: () => undefined,
  };
  const machine = new StateMachine(parseDefinition(text), env);
  return { machine, execution: machine.start('run-1', { n: 7 }), scheduler };
};

const failing = (name: string) => () => {
  throw Object.assign(new Error('no'), { name });
};

describe('the interpreter', () => {
  test.each([
    ['a field of a state that it does not know', machineOf({ Work: task({ HeartbeatSeconds: 5 }) })],
    ['a field of the machine that it does not know', machineOf({ Work: task() }, { Version: '1.0' })],
    [
      'a field of a Retry that it does not know',
      machineOf({ Work: task({ Retry: [{ ErrorEquals: ['A'], Jitter: 1 }] }) }),
    ],
    ['a type of state that it does not know', machineOf({ Work: { Type: 'Pass', Next: 'Done' } })],
    ['JSONPath', machineOf({ Work: task({ ResultPath: '$.x' }) })],
  ])('refuses %s', (_what, text) => {
    expect(() => parseDefinition(text)).toThrow();
  });

  test('hands the computed payload over and reads the result', async () => {
    const payloads: unknown[] = [];
    const text = machineOf({
      Work: task({ Assign: { doubled: '{% $states.result.Payload.twice %}' }, Output: {}, Next: 'Enough?' }),
      'Enough?': {
        Type: 'Choice',
        Choices: [{ Condition: '{% $doubled = 14 %}', Next: 'Done' }],
        Default: 'Caught',
      },
    });
    const { execution, scheduler } = run(text, (payload) => {
      payloads.push(payload);
      return { twice: (payload as { n: number }).n * 2 };
    });
    await scheduler.runFor({ seconds: 1 });
    expect(payloads).toEqual([{ n: 7 }]);
    expect(execution.entered).toEqual(['Work', 'Enough?', 'Done']);
    expect(execution.status).toBe('SUCCEEDED');
  });

  test('fails, as Step Functions does, on an expression that gives nothing', async () => {
    const { execution, scheduler } = run(
      machineOf({ Work: task({ Assign: { x: '{% $states.result.Payload.missing %}' } }) }),
    );
    await scheduler.runFor({ seconds: 1 });
    expect(execution.status).toBe('FAILED');
    expect(execution.error?.name).toBe('States.QueryEvaluationError');
  });

  test('retries with growing, jittered, bounded delays, and then catches', async () => {
    const at: number[] = [];
    const text = machineOf({
      Work: task({
        Retry: [
          {
            ErrorEquals: ['Busy'],
            IntervalSeconds: 2,
            BackoffRate: 2,
            MaxAttempts: 4,
            MaxDelaySeconds: 10,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      }),
    });
    const { execution, scheduler } = run(text, () => {
      at.push(Date.parse(scheduler.clock.now()) - Date.parse(NOW));
      return failing('Busy')();
    });
    await scheduler.runFor({ minutes: 1 });
    expect(at).toEqual([0, 1_000, 3_000, 7_000, 12_000]);
    expect(execution.entered).toEqual(['Work', 'Caught']);
  });

  test('takes the first Catch that matches, with its Assign', async () => {
    const text = machineOf({
      Work: task({
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Done' },
          {
            ErrorEquals: ['Busy'],
            Assign: { why: '{% $states.errorOutput.Error %}' },
            Output: {},
            Next: 'Known?',
          },
        ],
      }),
      'Known?': {
        Type: 'Choice',
        Choices: [{ Condition: "{% $why = 'Busy' %}", Next: 'Caught' }],
        Default: 'Done',
      },
    });
    const { execution, scheduler } = run(text, failing('Busy'));
    await scheduler.runFor({ seconds: 1 });
    expect(execution.entered.at(-1)).toBe('Caught');
  });

  test('fails an execution whose error nobody catches', async () => {
    const { execution, scheduler } = run(machineOf({ Work: task() }), failing('Busy'));
    await scheduler.runFor({ seconds: 1 });
    expect(execution).toMatchObject({ status: 'FAILED', error: { name: 'Busy' } });
  });

  test('ends a call that never answers by its time-out', async () => {
    const catches = { Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Caught' }] };
    const { execution, scheduler } = run(machineOf({ Work: task(catches) }), () => {
      throw new NoAnswerError();
    });
    await scheduler.runFor({ seconds: 9 });
    expect(execution.entered).toEqual(['Work']);
    await scheduler.runFor({ seconds: 2 });
    expect(execution.entered).toEqual(['Work', 'Caught']);
  });

  test('waits, and ends by the time-out of the machine', async () => {
    const text = machineOf({ Rest: { Type: 'Wait', Seconds: '{% $states.input.n * 60 %}', Next: 'Done' } });
    const first = run(text);
    await first.scheduler.runFor({ minutes: 6 });
    expect(first.execution.status).toBe('RUNNING');
    await first.scheduler.runFor({ minutes: 2 });
    expect(first.execution.status).toBe('SUCCEEDED');
    const second = run(text.replace('100000', '60'));
    await second.scheduler.runFor({ minutes: 8 });
    expect(second.execution.status).toBe('TIMED_OUT');
  });
});

describe('a wait for an answer', () => {
  const waiting = (extra: object = {}) =>
    machineOf({
      Ask: task({
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: {
          FunctionName: '${WorkFunctionArn}',
          Payload: {
            token: '{% $states.context.Task.Token %}',
            retry: '{% $states.context.State.RetryCount %}',
          },
        },
        TimeoutSeconds: '{% $states.context.Execution.Input.n * 10 %}',
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Caught' }],
        ...extra,
      }),
    });

  test('ends by the answer, once', async () => {
    const tokens: string[] = [];
    const { machine, execution, scheduler } = run(waiting(), (payload) =>
      tokens.push((payload as { token: string }).token),
    );
    await scheduler.runFor({ seconds: 30 });
    expect(execution.isWaiting).toBe(true);
    expect(machine.answer(tokens[0] ?? '')).toBe('answered');
    expect(machine.answer(tokens[0] ?? '')).toBe('gone');
    await scheduler.runFor({ minutes: 5 });
    expect(execution.entered).toEqual(['Ask', 'Done']);
  });

  test('ends by its computed time-out; an answer after that is gone', async () => {
    const tokens: string[] = [];
    const { machine, execution, scheduler } = run(waiting(), (payload) =>
      tokens.push((payload as { token: string }).token),
    );
    await scheduler.runFor({ seconds: 69 });
    expect(execution.isWaiting).toBe(true);
    await scheduler.runFor({ seconds: 2 });
    expect(execution.entered).toEqual(['Ask', 'Caught']);
    expect(machine.answer(tokens[0] ?? '')).toBe('gone');
  });

  test('may be answered by the very function that stores the token', async () => {
    const { machine, execution, scheduler } = run(waiting(), (payload) =>
      machine.answer((payload as { token: string }).token),
    );
    await scheduler.runFor({ seconds: 1 });
    expect(execution.entered).toEqual(['Ask', 'Done']);
  });

  test('has a token and a retry count of its own in each attempt', async () => {
    const calls: { token: string; retry: number }[] = [];
    const retry = { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1 }] };
    const { machine, scheduler, execution } = run(waiting(retry), (payload) => {
      calls.push(payload as { token: string; retry: number });
      if (calls.length === 1) failing('Busy')();
    });
    await scheduler.runFor({ seconds: 5 });
    expect(calls.map((call) => call.retry)).toEqual([0, 1]);
    expect(machine.answer(calls[0]?.token ?? '')).toBe('gone');
    expect(machine.answer(calls[1]?.token ?? '')).toBe('answered');
    await scheduler.runFor({ seconds: 5 });
    expect(execution.status).toBe('SUCCEEDED');
  });
});
