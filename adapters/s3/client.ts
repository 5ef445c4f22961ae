import { S3Client } from '@aws-sdk/client-s3';
import { CLIENT_SETTINGS } from '../client-settings.js';
import { withTransientErrors } from '../transient-errors.js';

export const createS3Client = (): S3Client => withTransientErrors(new S3Client(CLIENT_SETTINGS));
