import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  CreateConfigurationSetCommand,
  CreateEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { S3FileStore } from '../../../adapters/s3/file-store.js';
import { DamagedObjectError, S3RegistryObjects } from '../../../adapters/s3/registry-objects.js';
import { SecretKeyed } from '../../../adapters/secrets/keyed.js';
import { SesMailer } from '../../../adapters/ses/mailer.js';
import { parseNoticeMessage } from '../../../adapters/sqs/notice-message.js';
import { SqsNoticeQueue } from '../../../adapters/sqs/notice-queue.js';
import { NotFoundError } from '../../../core/errors.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';
import { fileStoreContract } from '../../support/contracts/file-store.contract.js';
import { useEngine } from '../../support/engine.js';

const aws = useEngine();

describe('files in S3', () => {
  let s3: S3Client;
  beforeAll(async () => {
    s3 = new S3Client(aws.clientConfig());
    await s3.send(new CreateBucketCommand({ Bucket: 'evidence' }));
  });
  fileStoreContract(() => new S3FileStore(s3, 'evidence'));
});

describe('registry releases in S3', () => {
  const bytes = new TextEncoder().encode('{"schema":1}');
  const other = 'e'.repeat(64);
  let s3: S3Client;
  let objects: S3RegistryObjects;
  beforeAll(async () => {
    s3 = new S3Client(aws.clientConfig());
    await s3.send(new CreateBucketCommand({ Bucket: 'registry' }));
    objects = new S3RegistryObjects(s3, 'registry');
  });

  it('have no pointer before the first is published', async () => {
    expect(await objects.pointerState()).toBeNull();
    await expect(objects.pointer()).rejects.toThrow(NotFoundError);
  });

  it('keep an object under its hash, written once or again', async () => {
    const sha256 = await objects.put(bytes);
    expect(await objects.put(bytes)).toBe(sha256);
    expect(Uint8Array.from(await objects.object(sha256))).toEqual(bytes);
    await expect(objects.object(other)).rejects.toThrow(NotFoundError);
  });

  it('give no object that is not what its address says', async () => {
    await s3.send(new PutObjectCommand({ Bucket: 'registry', Key: `objects/${other}`, Body: 'changed' }));
    await expect(objects.object(other)).rejects.toThrow(DamagedObjectError);
  });

  it('move the pointer only from where it was read', async () => {
    const first = await objects.put(bytes);
    expect(await objects.movePointer(first, null)).toBe(true);
    expect(await objects.pointer()).toBe(first);
    expect(await objects.movePointer(other, null)).toBe(false);
    const read = await objects.pointerState();
    expect(await objects.movePointer(other, read)).toBe(true);
    expect(await objects.movePointer(first, read)).toBe(false);
    expect(await objects.pointer()).toBe(other);
  });
});

describe('the notice queue in SQS', () => {
  it('carries references', async () => {
    const sqs = new SQSClient(aws.clientConfig());
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'notices' }));
    const ref = { petitionId: petitionIdNo(1), id: '000001-0' };
    await new SqsNoticeQueue(sqs, QueueUrl!).send(ref);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
    expect(Messages?.map((message) => parseNoticeMessage(message.Body!))).toEqual([ref]);
  });
});

describe('keyed digests with Secrets Manager', () => {
  it('come from the secret', async () => {
    const secrets = new SecretsManagerClient(aws.clientConfig());
    const { ARN } = await secrets.send(
      new CreateSecretCommand({ Name: 'form', SecretString: 's'.repeat(64) }),
    );
    expect(await new SecretKeyed(secrets, ARN!).mac('link', 'text')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('mails by SES', () => {
  const mail = {
    ...{ to: 'an@dan.example', subject: 'Mã 1A2B', text: 'Xin chào', html: '<p>Xin chào</p>' },
    about: { petitionId: '01950000-0000-7000-8000-000000000001', noticeId: '000002-0', contactId: 'main' },
  };

  it('leave with subject, text and HTML', async () => {
    const ses = new SESv2Client(aws.clientConfig());
    await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'no-reply@kien-nghi.example' }));
    await ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: 'thu' }));
    const mailer = new SesMailer(ses, { from: 'no-reply@kien-nghi.example', configurationSet: 'thu' });
    const outcome = await mailer.send(mail);
    expect(outcome.kind).toBe('accepted');
    const sent = await (await fetch(`${aws.endpoint}/_ministack/ses/messages`)).text();
    expect(sent).toContain('an@dan.example');
  });

  it('are refused for now from a sender who is not verified: a person can mend that', async () => {
    const ses = new SESv2Client({ ...aws.clientConfig(), maxAttempts: 1 });
    const mailer = new SesMailer(ses, { from: 'stranger@elsewhere.example', configurationSet: 'thu' });
    expect(await mailer.send(mail)).toEqual({ kind: 'refused', isFinal: false });
  });
});
