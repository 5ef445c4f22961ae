import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { executionName, SfnExecutions } from '../../../adapters/stepfunctions/executions.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';
import { executionsContract } from '../../support/contracts/executions.contract.js';
import { useEngine } from '../../support/engine.js';

const aws = useEngine();

const MessageSchema = z.strictObject({
  token: z.string(),
  input: z.strictObject({ petitionId: z.string(), thread: z.string(), run: z.int() }),
});

/** One wait for an answer; its token goes to a queue. */
const definition = (QueueUrl: string): string =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Await',
    States: {
      Await: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Arguments: {
          QueueUrl,
          MessageBody: { token: '{% $states.context.Task.Token %}', input: '{% $states.input %}' },
        },
        TimeoutSeconds: 300,
        End: true,
      },
    },
  });

describe('executions in Step Functions', () => {
  const tokens = new Map<string, { token: string; input: unknown }>();
  let executions: SfnExecutions;
  let receive: () => Promise<void>;

  beforeAll(async () => {
    const sqs = new SQSClient(aws.clientConfig());
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'tokens' }));
    const sfn = new SFNClient(aws.clientConfig());
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({
        name: 'wait',
        definition: definition(QueueUrl!),
        roleArn: 'arn:aws:iam::000000000000:role/any',
      }),
    );
    executions = new SfnExecutions(sfn, stateMachineArn!);
    receive = async () => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
      for (const { Body, ReceiptHandle } of Messages ?? []) {
        const message = MessageSchema.parse(JSON.parse(Body!));
        tokens.set(executionName(message.input), message);
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    };
  });

  const tokenOf = async (run: Parameters<typeof executionName>[0]): Promise<string> => {
    await expect
      .poll(async () => receive().then(() => tokens.has(executionName(run))), { timeout: 20_000 })
      .toBe(true);
    return tokens.get(executionName(run))!.token;
  };

  executionsContract(() => ({ executions, tokenOf }), { from: 100 });

  it('get ids as their only input and end with the answer', async () => {
    const run = { petitionId: petitionIdNo(1), thread: 'lead', run: 1 };
    await executions.start(run);
    const token = await tokenOf(run);
    expect(tokens.get(executionName(run))?.input).toEqual(run);
    await executions.answer(token);
    await expect.poll(() => executions.state(run), { timeout: 20_000 }).toBe('ended');
  });
});
