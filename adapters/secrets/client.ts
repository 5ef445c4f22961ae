import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

export const createSecretsClient = (): SecretsManagerClient =>
  withTransientErrors(new SecretsManagerClient(CLIENT_SETTINGS));
