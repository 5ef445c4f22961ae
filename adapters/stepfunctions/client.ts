import { SFNClient } from '@aws-sdk/client-sfn';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

export const createSfnClient = (): SFNClient => withTransientErrors(new SFNClient(CLIENT_SETTINGS));
