import { S3ServiceException } from '@aws-sdk/client-s3';

/** The condition of a write did not hold. A 409 (another conditional write is under way) is transient instead. */
export const isRefused = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.name === 'PreconditionFailed';

/** No such object. */
export const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (error.name === 'NoSuchKey' || error.$metadata.httpStatusCode === 404);
