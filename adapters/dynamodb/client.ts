import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

export const createDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(withTransientErrors(new DynamoDBClient(CLIENT_SETTINGS)), {
    marshallOptions: { removeUndefinedValues: true },
  });
