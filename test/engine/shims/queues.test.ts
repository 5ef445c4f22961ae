import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, nodeFunction } from './aws.js';
import { nextMessage } from './messages.js';

const aws = useEngine();
const sqs = () => new SQSClient({ ...aws.clientConfig(), useQueueUrlAsEndpoint: false });

/** Copies each message to the second queue. */
const HANDLER = `
exports.handler = async ({ Records }) => {
  for (const { body } of Records)
    await fetch(process.env.AWS_ENDPOINT_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify(body) }),
    });
};`;

test('a function is called for the messages of its queue also after a restart on another port', async () => {
  const queues = await deploy(aws, 'queues', {
    Resources: {
      From: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'copied-from' } },
      To: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'copied-to' } },
      Copier: nodeFunction(HANDLER, { Environment: { Variables: { QUEUE: { Ref: 'To' } } } }),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: { Ref: 'Copier' }, EventSourceArn: { 'Fn::GetAtt': ['From', 'Arn'] } },
      },
    },
    Outputs: { From: { Value: { Ref: 'From' } }, To: { Value: { Ref: 'To' } } },
  });
  const copied = async (text: string): Promise<unknown> => {
    await sqs().send(new SendMessageCommand({ QueueUrl: queues['From'] ?? '', MessageBody: text }));
    return nextMessage(sqs(), queues['To'] ?? '');
  };
  expect(await copied('before')).toBe('before');
  await aws.engine.stop();
  await aws.startAgain('another port');
  expect(await copied('after')).toBe('after');
});
