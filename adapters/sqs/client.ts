import { SQSClient } from '@aws-sdk/client-sqs';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

/** The host in a queue's URL keeps the local engine's old port after a restart; in AWS both are the same. */
export const createSqsClient = (): SQSClient =>
  withTransientErrors(new SQSClient({ ...CLIENT_SETTINGS, useQueueUrlAsEndpoint: false }));
