import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withTransientErrors } from './transient-errors.js';

/**
 * Clients, to be made once per container (in a function's index.ts), so that connections stay open between calls.
 * Region, credentials and, on the local engine, AWS_ENDPOINT_URL come from the environment; the SDK reads them itself.
 * Separate functions: a bundle holds only the clients that it makes.
 */
const SETTINGS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

export const createDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(withTransientErrors(new DynamoDBClient(SETTINGS)), {
    marshallOptions: { removeUndefinedValues: true },
  });

export const createKmsClient = (): KMSClient => withTransientErrors(new KMSClient(SETTINGS));

export const createS3Client = (): S3Client => withTransientErrors(new S3Client(SETTINGS));

export const createSecretsClient = (): SecretsManagerClient =>
  withTransientErrors(new SecretsManagerClient(SETTINGS));

export const createSfnClient = (): SFNClient => withTransientErrors(new SFNClient(SETTINGS));

/** The host in a queue's URL keeps the local engine's old port after a restart; in AWS both are the same. */
export const createSqsClient = (): SQSClient =>
  withTransientErrors(new SQSClient({ ...SETTINGS, useQueueUrlAsEndpoint: false }));

/** One attempt: a mail whose answer was lost may have left, and the SDK would send it again. The mailer sorts errors. */
export const createSesClient = (): SESv2Client =>
  new SESv2Client({
    ...SETTINGS,
    maxAttempts: 1,
    requestHandler: { ...SETTINGS.requestHandler, requestTimeout: 15_000 },
  });
