import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../local/engine/process.js';
import { SetupError } from '../../../local/engine/setup-error.js';
import { ensureVenv } from '../../../local/engine/venv.js';
import { LOCAL_DIR, useEngine } from '../../support/engine.js';
import { deploy, eventually, nodeFunction, ROLE, ruleToQueue } from './aws.js';
import { nextMessage } from './messages.js';

/** A handler that leaves a timer behind, which keeps its Node process from ending by itself. */
const LINGERING = 'setInterval(() => undefined, 1000); exports.handler = async () => process.pid;';
const onLinux = existsSync('/proc/self/stat');

const aws = useEngine({ snapshotSeconds: 0.2 });
const sqs = () => new SQSClient(aws.clientConfig());

beforeAll(async () => {
  await deploy(aws, 'fixtures', {
    Resources: {
      Lingering: nodeFunction(LINGERING, { FunctionName: 'lingering' }),
      StatusChanges: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'status-changes' } },
      Rule: ruleToQueue({ source: ['aws.states'], detail: { status: ['FAILED'] } }, 'StatusChanges'),
    },
  });
});

const invokeLingering = () =>
  new LambdaClient(aws.clientConfig()).send(new InvokeCommand({ FunctionName: 'lingering' }));

/** Resolves once a snapshot holds the queue. */
const untilSaved = (queue: string) =>
  eventually(() => {
    const file = join(aws.stateDir, 'services', 'sqs.json');
    return Promise.resolve(existsSync(file) && readFileSync(file, 'utf8').includes(queue) ? true : undefined);
  });

/** Processes of the engine's group: itself and its Lambda workers. */
function processGroup(leader: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => groupOf(pid) === leader)
    .map(Number);
}

async function firstLine(input: Readable): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new Error('The process ended without a word.');
}

function groupOf(pid: string): number | undefined {
  try {
    const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return state === 'Z' ? undefined : Number(group);
  } catch {
    return undefined; // it has just ended
  }
}

function socketOf(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
  } catch {
    return undefined; // closed in the meantime
  }
}

const untilGone = (leader: number) =>
  eventually(() => Promise.resolve(processGroup(leader).length === 0 ? true : undefined));

describe('what survives', () => {
  test('a polite end saves everything', async () => {
    await sqs().send(new CreateQueueCommand({ QueueName: 'kept-by-sigterm' }));
    process.kill(aws.engine.pid, 'SIGTERM');
    expect(await aws.engine.waitExit).toBe(0);
    await aws.startAgain();
    expect((await sqs().send(new GetQueueUrlCommand({ QueueName: 'kept-by-sigterm' }))).QueueUrl).toContain(
      'kept-by-sigterm',
    );
  });

  test('snapshots: a kill keeps what the last snapshot held', async () => {
    await sqs().send(new CreateQueueCommand({ QueueName: 'kept-by-snapshot' }));
    await untilSaved('kept-by-snapshot');
    aws.engine.kill();
    await aws.engine.waitExit;
    await aws.startAgain();
    expect((await sqs().send(new GetQueueUrlCommand({ QueueName: 'kept-by-snapshot' }))).QueueUrl).toContain(
      'kept-by-snapshot',
    );
  });

  test('step_functions_restart: an execution cut short is FAILED, says so on the bus, and its token is unknown', async () => {
    const { executionArn, token } = await startWaitingExecution();
    await aws.engine.stop();
    await aws.startAgain();
    const sfn = new SFNClient(aws.clientConfig());
    expect((await sfn.send(new DescribeExecutionCommand({ executionArn }))).status).toBe('FAILED');
    await expect(sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))).rejects.toThrow(
      TaskDoesNotExist,
    );
    const statusChanges =
      (await sqs().send(new GetQueueUrlCommand({ QueueName: 'status-changes' }))).QueueUrl ?? '';
    expect(await nextMessage(sqs(), statusChanges)).toMatchObject({
      detail: { executionArn, status: 'FAILED' },
    });
  });
});

async function startWaitingExecution(): Promise<{ executionArn: string; token: string }> {
  const sfn = new SFNClient(aws.clientConfig());
  const QueueUrl = (await sqs().send(new CreateQueueCommand({ QueueName: 'tokens' }))).QueueUrl ?? '';
  const Wait = {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Arguments: { QueueUrl, MessageBody: { token: '{% $states.context.Task.Token %}' } },
    End: true,
  };
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Wait', States: { Wait } });
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({ name: 'waiting', roleArn: ROLE, definition }),
  );
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{}' }));
  const { token } = (await nextMessage(sqs(), QueueUrl)) as { token: string };
  return { executionArn: executionArn ?? '', token };
}

describe.runIf(onLinux)('what is left', () => {
  test('the engine listens on one port of the loopback address only', () => {
    const inodes = readdirSync(`/proc/${aws.engine.pid}/fd`)
      .map((fd) => socketOf(`/proc/${aws.engine.pid}/fd/${fd}`))
      .filter((inode) => inode !== undefined);
    const listening = ['tcp', 'tcp6']
      .flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.includes(fields[9] ?? ''))
      .map((fields) => fields[1]);
    const port = Number(new URL(aws.endpoint).port).toString(16).toUpperCase().padStart(4, '0');
    expect(listening).toEqual([`0100007F:${port}`]);
  });

  test('nothing runs on after a stop', async () => {
    await invokeLingering();
    const { pid } = aws.engine;
    expect(processGroup(pid).length).toBeGreaterThan(1);
    await aws.engine.stop();
    expect(processGroup(pid)).toEqual([]);
    await aws.startAgain();
  });

  test('lambda_orphans: no Lambda worker outlives a killed engine', async () => {
    await invokeLingering();
    const { pid } = aws.engine;
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    await aws.startAgain();
  });

  test('the engine saves its state and ends when its parent is killed', async () => {
    await aws.engine.stop();
    const parent = spawn(process.execPath, [
      '--import',
      'tsx',
      join(import.meta.dirname, 'parent.ts'),
      aws.stateDir,
    ]);
    const { endpoint, pid } = JSON.parse(await firstLine(parent.stdout)) as { endpoint: string; pid: number };
    await new SQSClient({ ...aws.clientConfig(), endpoint }).send(
      new CreateQueueCommand({ QueueName: 'kept-by-parent-kill' }),
    );
    parent.kill('SIGKILL');
    await untilGone(pid);
    await aws.startAgain();
    expect(
      (await sqs().send(new GetQueueUrlCommand({ QueueName: 'kept-by-parent-kill' }))).QueueUrl,
    ).toContain('kept-by-parent-kill');
  });
});

describe('refusals in one sentence', () => {
  const start = async (stateDir: string, port: number) =>
    startEngine({
      stateDir,
      port,
      venvPython: await ensureVenv({ dir: LOCAL_DIR, log: console.info }),
      log: () => undefined,
    });

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    await expect(start(aws.stateDir, port)).rejects.toThrow(
      new SetupError(`Port ${port} is in use by another program: stop that program or choose another port.`),
    );
    other.close();
  });

  test('a state in use', async () => {
    await expect(start(aws.stateDir, 0)).rejects.toThrow(
      'The local AWS engine is already running on this state: stop it first.',
    );
  });
});
