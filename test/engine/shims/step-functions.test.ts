import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, eventually, nodeFunction, ROLE } from './aws.js';
import { nextMessage } from './messages.js';

const aws = useEngine();
let sfn: SFNClient;
let sqs: SQSClient;
let queueUrl: string;
let refusingFunction: string;
let machines = 0;

const REFUSING = `exports.handler = async () => { const error = new Error('not today'); error.name = 'DeliveryRefused'; throw error; };`;

beforeAll(async () => {
  sfn = new SFNClient(aws.clientConfig());
  sqs = new SQSClient(aws.clientConfig());
  queueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: 'tokens' }))).QueueUrl ?? '';
  const outputs = await deploy(aws, 'fixtures', {
    Resources: { Refusing: nodeFunction(REFUSING) },
    Outputs: { Refusing: { Value: { 'Fn::GetAtt': ['Refusing', 'Arn'] } } },
  });
  refusingFunction = outputs['Refusing'] ?? '';
});

/** A task that hands its token to the queue and waits. */
const handOutToken = (extra: object): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Arguments: { QueueUrl: queueUrl, MessageBody: { token: '{% $states.context.Task.Token %}' } },
  End: true,
  ...extra,
});

async function start(task: object, options: { machine?: object; input?: object } = {}): Promise<string> {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Task',
    States: { Task: task, Caught: { Type: 'Pass', End: true } },
    ...options.machine,
  };
  const created = await sfn.send(
    new CreateStateMachineCommand({
      name: `machine-${++machines}`,
      roleArn: ROLE,
      definition: JSON.stringify(definition),
    }),
  );
  const started = await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: created.stateMachineArn,
      input: JSON.stringify(options.input ?? {}),
    }),
  );
  return started.executionArn ?? '';
}

const describeExecution = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));

const outcome = (executionArn: string) =>
  eventually(async () => {
    const execution = await describeExecution(executionArn);
    return execution.status === 'RUNNING'
      ? undefined
      : { status: execution.status, output: execution.output ?? '' };
  });

const nextToken = async (): Promise<string> =>
  ((await nextMessage(sqs, queueUrl)) as { token: string }).token;
const answer = (taskToken: string) =>
  sfn.send(new SendTaskSuccessCommand({ taskToken, output: '"answered"' }));
const catching = (error: string): object => ({
  Catch: [{ ErrorEquals: [error], Output: { caught: error }, Next: 'Caught' }],
});

describe('step_functions_timeouts', () => {
  test('a computed timeout ends the wait for an answer', async () => {
    const task = handOutToken({
      TimeoutSeconds: '{% $states.input.waitSeconds %}',
      ...catching('States.Timeout'),
    });
    const arn = await start(task, { input: { waitSeconds: 1 } });
    await nextToken();
    expect(await outcome(arn)).toEqual({ status: 'SUCCEEDED', output: '{"caught": "States.Timeout"}' });
  });

  test('a task that sends no heartbeat fails', async () => {
    const arn = await start(
      handOutToken({ TimeoutSeconds: 60, HeartbeatSeconds: 1, ...catching('States.HeartbeatTimeout') }),
    );
    await nextToken();
    expect(await outcome(arn)).toMatchObject({ output: '{"caught": "States.HeartbeatTimeout"}' });
  });

  test('heartbeats keep a task alive', async () => {
    const arn = await start(handOutToken({ TimeoutSeconds: 60, HeartbeatSeconds: 2 }));
    const token = await nextToken();
    for (let beat = 0; beat < 6; beat += 1) {
      await new Promise((done) => setTimeout(done, 500));
      await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));
    }
    await answer(token);
    expect(await outcome(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test("the machine's own timeout ends the execution", async () => {
    const arn = await start(handOutToken({}), { machine: { TimeoutSeconds: 1 } });
    const token = await nextToken();
    expect(await outcome(arn)).toMatchObject({ status: 'TIMED_OUT' });
    await expect(answer(token)).rejects.toThrow(TaskTimedOut);
  });
});

describe('step_functions_tokens', () => {
  test('a Lambda error fails the task that waits for its answer', async () => {
    const arn = await start({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: refusingFunction, Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 60,
      ...catching('DeliveryRefused'),
      End: true,
    });
    expect(await outcome(arn)).toEqual({ status: 'SUCCEEDED', output: '{"caught": "DeliveryRefused"}' });
  });

  test('each attempt has its own token', async () => {
    const arn = await start(
      handOutToken({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1, MaxAttempts: 1 }] }),
    );
    const first = await nextToken();
    await sfn.send(new SendTaskFailureCommand({ taskToken: first, error: 'Again' }));
    const second = await nextToken();
    expect(second).not.toBe(first);
    await expect(answer(first)).rejects.toThrow(TaskTimedOut);
    await answer(second);
    expect(await outcome(arn)).toEqual({ status: 'SUCCEEDED', output: '"answered"' });
  });

  test('a second answer is told that the task is over', async () => {
    await start(handOutToken({}));
    const token = await nextToken();
    await answer(token);
    await expect(answer(token)).rejects.toThrow(TaskTimedOut);
  });

  test('a stopped execution takes no answer and stays stopped', async () => {
    const arn = await start(handOutToken({}));
    const token = await nextToken();
    await sfn.send(new StopExecutionCommand({ executionArn: arn }));
    await expect(answer(token)).rejects.toThrow(TaskTimedOut);
    expect(await outcome(arn)).toMatchObject({ status: 'ABORTED' });
  });

  test('starting the same execution twice returns it; other input is refused', async () => {
    const { stateMachineArn } = await describeExecution(await start(handOutToken({})));
    await nextToken();
    const again = (input: string) =>
      sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'same', input }));
    const first = await again('{"thread":"lead"}');
    expect((await again('{"thread":"lead"}')).executionArn).toBe(first.executionArn);
    await expect(again('{"thread":"other"}')).rejects.toThrow(ExecutionAlreadyExists);
    await nextToken();
  });
});

test('step_functions_retry: MaxDelaySeconds bounds the pause between attempts', async () => {
  const arn = await start({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: refusingFunction },
    Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 40, MaxDelaySeconds: 1, MaxAttempts: 1 }],
    End: true,
  });
  expect(await outcome(arn)).toMatchObject({ status: 'FAILED' });
});
