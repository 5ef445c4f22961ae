import { beforeEach, describe, expect, it } from 'vitest';
import { TransientError } from '../../../core/errors.js';
import { createHandler as createAdvance } from '../../../functions/advance-petition/handler.js';
import { createHandler as createAwait } from '../../../functions/await-answer/handler.js';
import { createHandler as createNextStep } from '../../../functions/next-step/handler.js';
import { createHandler as createRecordFailure } from '../../../functions/record-failure/handler.js';
import { metricNames } from './support/captured-log.js';
import { CONTEXT } from './support/http-event.js';
import { BODY, createStage, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

describe('tasks of the workflow', () => {
  let stage: Stage;
  const log = useLog();
  let at: { petitionId: string; thread: string; run: number };
  let code: unknown;
  beforeEach(async () => {
    stage = createStage();
    code = (await stage.post(BODY)).json['code'];
    at = { petitionId: (await stage.load(code)).id, thread: 'lead', run: 1 };
  });

  const advance = (action: string, from = at) => createAdvance(stage.deps)({ ...from, action }, CONTEXT);
  const nextStep = (from = at) => createNextStep(stage.deps)(from, CONTEXT);

  it('routes once, and says what to wait for', async () => {
    expect(await nextStep()).toMatchObject({ next: 'Route', waitSeconds: 1, waitNo: 1 });
    expect(await advance('Route')).toEqual({});
    expect(await advance('Route')).toEqual({});
    expect((await stage.load(code)).head.seq).toBe(2);
    const step = await nextStep();
    expect(step.next).toBe('AwaitDecision');
    expect(step.waitSeconds).toBeGreaterThan(3_600);
  });

  it('keeps the token of a wait and never writes it to the log', async () => {
    await advance('Route');
    const { waitNo, wakeSeq } = await nextStep();
    const token = 'bi-mat-cua-buoc-cho';
    stage.fakes.executions.open(token);
    expect(await createAwait(stage.deps)({ ...at, waitNo, wakeSeq, retry: 0, token }, CONTEXT)).toEqual({});
    expect((await stage.fakes.threads.load(at.petitionId, 'lead'))?.token).toBe(token);
    expect(stage.fakes.executions.answered).toEqual([]);
    expect(log.text()).not.toContain(token);
  });

  it('answers its own token when something was committed since', async () => {
    await advance('Route');
    const { waitNo, wakeSeq } = await nextStep();
    stage.fakes.executions.open('token');
    await createAwait(stage.deps)({ ...at, waitNo, wakeSeq: wakeSeq - 1, retry: 0, token: 'token' }, CONTEXT);
    expect(stage.fakes.executions.answered).toEqual(['token']);
  });

  it('ends a superseded run by the name that the workflow catches', async () => {
    const stale = { ...at, run: 2 };
    await expect(nextStep(stale)).rejects.toMatchObject({ name: 'StaleRunError' });
    await expect(advance('Renew', stale)).rejects.toMatchObject({ name: 'StaleRunError' });
  });

  it('renews a run by raising its number', async () => {
    await advance('Renew');
    expect((await stage.fakes.threads.load(at.petitionId, 'lead'))?.run).toBe(2);
  });

  it('rests longer after each failure and counts them', async () => {
    const record = createRecordFailure(stage.deps);
    expect(await record({ ...at, failures: 0 }, CONTEXT)).toEqual({ waitSeconds: 60, failures: 1 });
    expect(await record({ ...at, failures: 1 }, CONTEXT)).toEqual({ waitSeconds: 120, failures: 2 });
    expect(metricNames(log)).toEqual(expect.arrayContaining(['WorkflowFailure']));
  });

  it('lets a passing failure through under its name, and hides the words of foreign errors', async () => {
    const failing = (error: Error) => {
      const registers = Object.create(stage.deps.registers) as typeof stage.deps.registers;
      return createNextStep({
        ...stage.deps,
        registers: Object.assign(registers, { timetable: () => Promise.reject(error) }),
      });
    };
    await expect(failing(new TransientError('busy'))(at, CONTEXT)).rejects.toMatchObject({
      name: 'TransientError',
      message: 'busy',
    });
    await expect(failing(new RangeError('Trần Thị Mai'))(at, CONTEXT)).rejects.toMatchObject({
      name: 'RangeError',
      message: 'See the log of the function.',
    });
    expect(log.text()).not.toContain('Trần');
  });

  it.each([
    ['nothing', {}],
    ['an id that is none', { petitionId: '../x', thread: 'lead', run: 1, action: 'Route' }],
    ['another action', { petitionId: 'p', thread: 'lead', run: 1, action: 'Delete' }],
    ['a field too many', { thread: 'lead', run: 1, action: 'Route', text: 'x' }],
  ])('refuses %s', async (_, event) => {
    await expect(
      createAdvance(stage.deps)({ petitionId: at.petitionId, ...event }, CONTEXT),
    ).rejects.toMatchObject({
      name: 'ZodError',
    });
  });
});
