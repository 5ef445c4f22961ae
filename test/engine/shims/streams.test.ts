import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, nodeFunction } from './aws.js';
import { nextMessage } from './messages.js';

const aws = useEngine();
const dynamodb = () => new DynamoDBClient(aws.clientConfig());
const sqs = () => new SQSClient(aws.clientConfig());
let queues: Record<string, string>;

/** Reports each record's id to a queue; ids tell it how to behave. */
const HANDLER = `
const attempts = new Map();
const report = (id) => fetch(process.env.AWS_ENDPOINT_URL, {
  method: 'POST',
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
  body: JSON.stringify({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify(id) }),
});
exports.handler = async ({ Records }) => {
  const batchItemFailures = [];
  for (const { dynamodb } of Records) {
    const id = dynamodb.Keys.pk.S;
    const attempt = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, attempt);
    if (id.startsWith('poison')) throw new Error('cannot digest ' + id);
    if (id.startsWith('slow')) await new Promise((done) => setTimeout(done, 3000));
    if (id.startsWith('flaky') && attempt === 1) { batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber }); break; }
    await report(id);
  }
  return { batchItemFailures };
};`;

const table = (TableName: string): object => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
});
const mapping = (source: string, extra: object): object => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    FunctionName: { Ref: 'Reader' },
    EventSourceArn: { 'Fn::GetAtt': [source, 'StreamArn'] },
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ...extra,
  },
});

beforeAll(async () => {
  queues = await deploy(aws, 'fixtures', {
    Resources: {
      Seen: { Type: 'AWS::SQS::Queue' },
      Dead: { Type: 'AWS::SQS::Queue' },
      Reader: nodeFunction(HANDLER, { Environment: { Variables: { QUEUE: { Ref: 'Seen' } } } }),
      Petitions: table('petitions'),
      PetitionsMapping: mapping('Petitions', {
        BatchSize: 10,
        MaximumRetryAttempts: 1,
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
      }),
      Others: table('others'),
      OthersMapping: mapping('Others', {}),
    },
    Outputs: { Seen: { Value: { Ref: 'Seen' } }, Dead: { Value: { Ref: 'Dead' } } },
  });
});

const put = (tableName: string, id: string) =>
  dynamodb().send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: id } } }));
const nextSeen = () => nextMessage(sqs(), queues['Seen'] ?? '');

async function enableMapping(Enabled: boolean): Promise<void> {
  const lambda = new LambdaClient(aws.clientConfig());
  const { EventSourceMappings } = await lambda.send(new ListEventSourceMappingsCommand({}));
  const UUID = EventSourceMappings?.find((one) => one.EventSourceArn?.includes('table/petitions/'))?.UUID;
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
}

/** Puts all ids before the mapping looks, so that they come in one batch. */
async function putTogether(...ids: string[]): Promise<void> {
  await enableMapping(false);
  for (const id of ids) await put('petitions', id);
  await enableMapping(true);
}

test('stream_poller: a record reported as failed comes again, with those after it', async () => {
  await putTogether('a1', 'flaky1', 'b1');
  expect([await nextSeen(), await nextSeen(), await nextSeen()]).toEqual(['a1', 'flaky1', 'b1']);
});

test('stream_poller: a record that always fails is set apart and reported, the others are handled', async () => {
  await putTogether('a2', 'b2', 'poison2', 'c2');
  const seen = new Set<unknown>();
  while (!seen.has('c2')) seen.add(await nextSeen());
  expect([...seen].sort()).toEqual(['a2', 'b2', 'c2']);
  expect(await nextMessage(sqs(), queues['Dead'] ?? '')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

test('stream_poller: a slow handler does not hold up other streams', async () => {
  await put('petitions', 'slow3');
  await put('others', 'quick3');
  expect([await nextSeen(), await nextSeen()]).toEqual(['quick3', 'slow3']);
});

test('streams_restart: nothing is lost or swallowed when the engine starts again', async () => {
  await put('petitions', 'before4');
  expect(await nextSeen()).toBe('before4');
  await enableMapping(false);
  await put('petitions', 'undelivered4');
  await aws.engine.stop();
  await aws.startAgain();
  await enableMapping(true);
  expect(await nextSeen()).toBe('undelivered4');
  await put('petitions', 'after4');
  expect(await nextSeen()).toBe('after4');
});
