import { SESv2Client } from '@aws-sdk/client-sesv2';
import { CLIENT_SETTINGS } from '../client-settings.js';

/** One attempt: a mail whose answer was lost may have left, and the SDK would send it again. The mailer sorts errors. */
export const createSesClient = (): SESv2Client =>
  new SESv2Client({
    ...CLIENT_SETTINGS,
    maxAttempts: 1,
    requestHandler: { ...CLIENT_SETTINGS.requestHandler, requestTimeout: 15_000 },
  });
