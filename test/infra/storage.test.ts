import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { INDEXES, SEALED_INDEXES, TABLES } from '../../adapters/dynamodb/layout.js';
import { STAGES, type StageName } from '../../infra/config.js';
import { resourcesOf } from './rights.js';
import { synthesise } from './templates.js';

const stateful = Object.fromEntries(STAGES.map((stage) => [stage, synthesise(stage).stateful])) as Record<
  StageName,
  Template
>;

interface TableProperties {
  SSESpecification: unknown;
  StreamSpecification?: { StreamViewType: string };
  TimeToLiveSpecification?: unknown;
  GlobalSecondaryIndexes?: {
    IndexName: string;
    KeySchema: { AttributeName: string }[];
    Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
  }[];
  Replicas: {
    DeletionProtectionEnabled: boolean;
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: boolean; RecoveryPeriodInDays: number };
    SSESpecification?: unknown;
  }[];
}

const tableOf = (stage: StageName, name: string): TableProperties => {
  const found = Object.entries(resourcesOf(stateful[stage], 'AWS::DynamoDB::GlobalTable')).find(([id]) =>
    new RegExp(`^Tables${name}[0-9A-F]{8}$`).test(id),
  );
  if (found === undefined) throw new Error(`no table ${name}`);
  return found[1].Properties as unknown as TableProperties;
};

describe.each(STAGES)('data of %s', (stage) => {
  it('every table is encrypted with the project key and can be restored; nothing expires by itself', () => {
    for (const name of Object.keys(TABLES)) {
      const table = tableOf(stage, name);
      const days = name === 'Petitions' || name === 'SealedFiles' ? 35 : 7;
      expect(table.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(table.Replicas).toHaveLength(1);
      expect(table.Replicas[0]).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days },
        SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^datakey/), 'Arn'] } },
        DeletionProtectionEnabled: stage === 'prod',
      });
      expect(table.TimeToLiveSpecification).toBeUndefined();
    }
  });

  it('only petitions have a stream: persons are in none', () => {
    for (const name of Object.keys(TABLES)) {
      const expected = name === 'Petitions' ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined;
      expect(tableOf(stage, name).StreamSpecification).toEqual(expected);
    }
  });

  it('the indexes are those of layout.ts', () => {
    const sealed = tableOf(stage, 'SealedFiles').GlobalSecondaryIndexes ?? [];
    const indexes = [...(tableOf(stage, 'Petitions').GlobalSecondaryIndexes ?? []), ...sealed];
    const layouts = { ...INDEXES, ...SEALED_INDEXES };
    expect(indexes.map(({ IndexName }) => IndexName).sort()).toEqual(Object.keys(layouts).sort());
    for (const { IndexName, KeySchema, Projection } of indexes) {
      const layout = layouts[IndexName as keyof typeof layouts];
      expect(KeySchema.map(({ AttributeName }) => AttributeName)).toEqual([layout.partition, layout.sort]);
      expect(Projection).toEqual(
        layout.projects === 'keys'
          ? { ProjectionType: 'KEYS_ONLY' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: layout.projects },
      );
    }
  });

  it('buckets are closed, encrypted and reached by TLS only', () => {
    const buckets = Object.values(resourcesOf(stateful[stage], 'AWS::S3::Bucket'));
    expect(buckets).toHaveLength(4);
    for (const { Properties } of buckets) {
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties['BucketEncryption']).toBeDefined();
    }
    for (const { Properties } of Object.values(resourcesOf(stateful[stage], 'AWS::S3::BucketPolicy')))
      expect(JSON.stringify(Properties['PolicyDocument'])).toContain('{"aws:SecureTransport":"false"}');
  });

  it('files of petitions and releases keep their versions', () => {
    for (const name of ['BucketsEvidence', 'BucketsRegistry', 'BucketsSealedObjects']) {
      const [bucket] = Object.entries(resourcesOf(stateful[stage], 'AWS::S3::Bucket')).filter(([id]) =>
        id.startsWith(name),
      );
      expect(bucket?.[1].Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    }
  });

  it('the key of the sealed lane is opened by one role and used to lock by those of the intakes, and by no IAM policy alone', () => {
    const [key] = Object.entries(resourcesOf(stateful[stage], 'AWS::KMS::Key')).filter(([id]) =>
      id.startsWith('sealedkey'),
    );
    interface Statement {
      Action: string | string[];
      Effect: string;
      Condition?: { ArnEquals: Record<string, unknown> };
    }
    const { Statement: statements } = key?.[1].Properties['KeyPolicy'] as { Statement: Statement[] };
    const [care, ...uses] = statements;
    expect(care?.Action).toContain('kms:PutKeyPolicy');
    const forbidden = /^kms:(\*|Decrypt|Encrypt|ReEncrypt.*|GenerateDataKey.*|CreateGrant|Create\*)$/;
    expect([care?.Action].flat().filter((action) => forbidden.test(String(action)))).toEqual([]);
    const makes = 'kms:GenerateDataKey';
    expect(uses.map(({ Action }) => Action)).toEqual([makes, makes, 'kms:Decrypt']);
    for (const [at, folder] of ['submit-denunciation', 'enter-denunciation', 'unseal-file'].entries())
      expect(JSON.stringify(uses[at]?.Condition?.ArnEquals)).toContain(
        `:role/kien-nghi-${stage}-${folder}-role`,
      );
  });

  it('files of denunciations are read by the role that opens and put by those of the intakes, whatever IAM says', () => {
    const [policy] = Object.entries(resourcesOf(stateful[stage], 'AWS::S3::BucketPolicy')).filter(([id]) =>
      id.startsWith('BucketsSealedObjects'),
    );
    interface Statement {
      Action: string | string[];
      Effect: string;
      Principal: unknown;
      Condition?: { ArnNotEquals?: { 'aws:PrincipalArn': unknown } };
    }
    const { Statement: statements } = policy?.[1].Properties['PolicyDocument'] as { Statement: Statement[] };
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
    const denied = statements.filter(({ Condition }) => Condition?.ArnNotEquals !== undefined);
    expect(denied.map(({ Action, Effect, Principal }) => ({ Action, Effect, Principal }))).toEqual([
      { Action: ['s3:GetObject', 's3:GetObjectVersion'], Effect: 'Deny', Principal: { AWS: '*' } },
      { Action: 's3:PutObject', Effect: 'Deny', Principal: { AWS: '*' } },
    ]);
    const [reads, puts] = denied.map(({ Condition }) =>
      [...JSON.stringify(Condition?.ArnNotEquals).matchAll(/:role\/([\w-]+)/g)].map(([, role]) => role),
    );
    expect(reads).toEqual([`kien-nghi-${stage}-unseal-file-role`]);
    expect(puts).toEqual(
      ['submit-denunciation', 'enter-denunciation'].map((folder) => `kien-nghi-${stage}-${folder}-role`),
    );
  });

  it('keys are rotated and secrets generated', () => {
    stateful[stage].allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    stateful[stage].resourceCountIs('AWS::KMS::Key', 3);
    stateful[stage].allResourcesProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64 },
      SecretString: Match.absent(),
    });
    // One more for the gateway of messages, where there is one.
    stateful[stage].resourceCountIs('AWS::SecretsManager::Secret', stage === 'dev' ? 3 : 4);
  });
});

const KEPT = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Cognito::UserPool'];

describe('what must survive', () => {
  it.each([...KEPT, 'AWS::SecretsManager::Secret'])('%s outlives its stack in prod', (type) => {
    stateful.prod.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it.each([
    ['prod', 'COMPLIANCE'],
    ['dev', 'GOVERNANCE'],
  ] as const)('released registries of %s are locked in mode %s', (stage, mode) => {
    stateful[stage].hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: mode, Days: 3650 } } },
    });
  });

  it('accounts of staff need a second factor in prod and nobody signs up', () => {
    stateful.prod.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    stateful.prod.allResourcesProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: Match.absent(),
    });
  });

  it('mails leave encrypted, and SES keeps addresses that bounced from being mailed again', () => {
    stateful.prod.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });
});
