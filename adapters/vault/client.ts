import { KMSClient } from '@aws-sdk/client-kms';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

export const createKmsClient = (): KMSClient => withTransientErrors(new KMSClient(CLIENT_SETTINGS));
