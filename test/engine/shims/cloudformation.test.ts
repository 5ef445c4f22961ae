import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetBucketEncryptionCommand, GetObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, nodeFunction } from './aws.js';

const aws = useEngine();
let names: Record<string, string>;

const KEYS = {
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};
const RECOVERY = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } };
const ref = (name: string): object => ({ Value: { Ref: name } });

beforeAll(async () => {
  names = await deploy(aws, 'fixtures', {
    Resources: {
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { ...KEYS, ...RECOVERY } },
      TableV2: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          ...KEYS,
          Replicas: [{ Region: 'ap-southeast-1', DeletionProtectionEnabled: true, ...RECOVERY }],
        },
      },
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          VersioningConfiguration: { Status: 'Enabled' },
          ObjectLockEnabled: true,
          ObjectLockConfiguration: {
            ObjectLockEnabled: 'Enabled',
            Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } },
          },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
            ],
          },
        },
      },
      Dead: { Type: 'AWS::SQS::Queue' },
      Function: nodeFunction('exports.handler = async () => null;', {
        ReservedConcurrentExecutions: 2,
        DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } },
      }),
    },
    Outputs: {
      Table: ref('Table'),
      TableV2: ref('TableV2'),
      Bucket: ref('Bucket'),
      Function: ref('Function'),
    },
  });
});

test.each(['Table', 'TableV2'])(
  'cloudformation: a %s keeps its time to live and its recovery',
  async (kind) => {
    const dynamodb = new DynamoDBClient(aws.clientConfig());
    const TableName = names[kind] ?? '';
    const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
    const { ContinuousBackupsDescription } = await dynamodb.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe(
      'ENABLED',
    );
  },
);

test('cloudformation: a TableV2 keeps its deletion protection', async () => {
  const dynamodb = new DynamoDBClient(aws.clientConfig());
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: names['TableV2'] }));
  expect(Table?.DeletionProtectionEnabled).toBe(true);
});

test('cloudformation: a bucket keeps its object lock and encryption', async () => {
  const s3 = new S3Client(aws.clientConfig());
  const { ObjectLockConfiguration } = await s3.send(
    new GetObjectLockConfigurationCommand({ Bucket: names['Bucket'] }),
  );
  expect(ObjectLockConfiguration?.Rule?.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 30 });
  const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket: names['Bucket'] }));
  expect(encryption.ServerSideEncryptionConfiguration?.Rules?.[0]).toMatchObject({
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
  });
});

test('cloudformation: a function keeps its reserved concurrency and dead-letter queue', async () => {
  const lambda = new LambdaClient(aws.clientConfig());
  const found = await lambda.send(new GetFunctionCommand({ FunctionName: names['Function'] }));
  expect(found.Concurrency?.ReservedConcurrentExecutions).toBe(2);
  expect(found.Configuration?.DeadLetterConfig?.TargetArn).toContain(':sqs:');
});
