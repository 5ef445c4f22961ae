import { readdirSync, readFileSync } from 'node:fs';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import * as errors from '../../core/errors.js';
import { parseDefinition, targetsOf, type TaskState } from '../support/asl/definition.js';
import { workflowText } from '../support/asl/world.js';

const folder = new URL('../../workflows/', import.meta.url);
const released = readdirSync(new URL('released/', folder)).filter((name) => name.endsWith('.asl.json'));
const FILES = ['petition.asl.json', ...released.map((name) => `released/${name}`)];

/** Errors of core/errors.ts that pass by themselves. */
const PASSING = ['TransientError', 'HeadConflictError'];
const LAMBDA = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

/** Names that Step Functions and Lambda define. */
const isForeign = (name: string): boolean => /^(States|Lambda|Sandbox)\./.test(name);

test('the released texts are kept, and the text of this version is among them, unchanged', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8')) as {
    version: string;
  };
  expect(released).toContain(`petition-${version}.asl.json`);
  expect(workflowText(`released/petition-${version}.asl.json`)).toBe(workflowText());
});

describe.each(FILES)('%s', (file) => {
  const text = workflowText(file);
  const definition = parseDefinition(text);
  const tasks = Object.entries(definition.States).filter(
    (entry): entry is [string, TaskState] => entry[1].Type === 'Task',
  );

  test('is accepted by asl-validator', () => {
    expect(validate(JSON.parse(text) as object)).toMatchObject({ isValid: true, errors: [] });
  });

  test('would not be accepted with a state that does not exist, or with a JSONPath field', () => {
    const [state = ''] = Object.keys(definition.States);
    const broken = JSON.parse(text) as { States: Record<string, Record<string, unknown>> };
    broken.States[state] = { ...broken.States[state], Next: 'Nowhere' };
    expect(validate(broken).isValid).toBe(false);
    const mixed = JSON.parse(text) as typeof broken;
    mixed.States[state] = { ...mixed.States[state], ResultPath: '$' };
    expect(validate(mixed).isValid).toBe(false);
  });

  test('calls the functions of the workflow and nothing else', () => {
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);
    // The first release had no duplicates to follow anything.
    const following = file.includes('petition-0.1.0') ? [] : ['FollowMainFunctionArn'];
    expect([...new Set(placeholders)].toSorted()).toEqual([
      'AdvancePetitionFunctionArn',
      'AwaitAnswerFunctionArn',
      ...following,
      'NextStepFunctionArn',
      'RecordFailureFunctionArn',
    ]);
  });

  test('reaches every state from the first, and an end from every state', () => {
    const reached = new Set([definition.StartAt]);
    for (const name of reached) {
      const state = definition.States[name];
      if (state === undefined) throw new Error(`no state ${name}`);
      for (const target of targetsOf(state)) reached.add(target);
    }
    expect([...reached].toSorted()).toEqual(Object.keys(definition.States).toSorted());
  });

  test('ends before the year that Step Functions allows', () => {
    expect(definition.TimeoutSeconds).toBeLessThan(365 * 86_400);
  });

  test.each(tasks)(
    '%s: gives up on nothing: time-out, retries with jitter, a way on for every error',
    (_name, task) => {
      const retried = task.Retry.flatMap((retrier) => retrier.ErrorEquals);
      expect(retried).toEqual(expect.arrayContaining([...LAMBDA, ...PASSING]));
      for (const retrier of task.Retry) {
        expect(retrier.JitterStrategy).toBe('FULL');
        expect(retrier.MaxDelaySeconds).toBeLessThanOrEqual(60);
      }
      expect(task.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
      expect(task.Catch[0]).toMatchObject({
        ErrorEquals: ['StaleRunError'],
        Next: 'Superseded by a newer run',
      });
      const isWait = task.Resource.endsWith('.waitForTaskToken');
      expect(typeof task.TimeoutSeconds).toBe(isWait ? 'string' : 'number');
      // The time-out of a wait is its purpose, that of a call is a failure.
      expect(retried.includes('States.Timeout')).toBe(!isWait);
      expect(task.Catch.some((catcher) => catcher.ErrorEquals.includes('States.Timeout'))).toBe(isWait);
    },
  );

  test('knows only errors that Step Functions, Lambda or core/errors.ts name', () => {
    const named = tasks.flatMap(([, task]) =>
      [...task.Retry, ...task.Catch].flatMap((rule) => rule.ErrorEquals),
    );
    for (const name of named.filter((known) => !isForeign(known)))
      expect(Object.keys(errors)).toContain(name);
  });

  test('carries ids, numbers and words of the workflow, nothing else', () => {
    const keys = new Set(tasks.flatMap(([, task]) => Object.keys(task.Arguments.Payload)));
    expect([...keys].toSorted()).toEqual(
      ['action', 'failures', 'petitionId', 'retry', 'run', 'thread', 'token', 'waitNo', 'wakeSeq'].toSorted(),
    );
    const assigned = tasks.flatMap(([, task]) => [
      task.Assign,
      ...task.Catch.map((catcher) => catcher.Assign),
    ]);
    const variables = new Set(assigned.flatMap((assign) => Object.keys(assign ?? {})));
    expect([...variables].toSorted()).toEqual([
      'failures',
      'next',
      'restSeconds',
      'waitNo',
      'waitSeconds',
      'wakeSeq',
    ]);
    // Neither results nor errors travel on as the input of the next state.
    for (const [, task] of tasks) for (const { Output } of [task, ...task.Catch]) expect(Output).toEqual({});
  });

  test('names tasks by verbs, choices by questions, and hub, waits and ends as the documents do', () => {
    for (const [name, state] of Object.entries(definition.States)) {
      expect(name).toMatch(/^[A-Z][a-z]+( [a-z]+)+\??$/);
      expect(name.endsWith('?')).toBe(state.Type === 'Choice');
    }
  });
});

test('every error that passes by itself is retried, and is a name that core/errors.ts exports', () => {
  for (const name of PASSING) expect(Object.keys(errors)).toContain(name);
});
