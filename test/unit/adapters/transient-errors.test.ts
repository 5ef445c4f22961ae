import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { isTransient, withTransientErrors } from '../../../adapters/transient-errors.js';
import { TransientError } from '../../../core/errors.js';

const error = (fields: object): Error => Object.assign(new Error('x'), fields);

describe('errors that may pass', () => {
  it.each([
    { name: 'TimeoutError' },
    { name: 'ThrottlingException' },
    { name: 'ProvisionedThroughputExceededException' },
    { code: 'ECONNRESET' },
    { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } },
  ])('%o', (fields) => {
    expect(isTransient(error(fields))).toBe(true);
  });

  it.each([
    { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } },
    { name: 'ConditionalCheckFailedException', $metadata: { httpStatusCode: 400 } },
    { name: 'TypeError' },
  ])('but not %o', (fields) => {
    expect(isTransient(error(fields))).toBe(false);
  });

  it('leave a client as TransientError, with what happened as cause', async () => {
    const client = withTransientErrors(
      new SQSClient({
        region: 'local',
        endpoint: 'http://127.0.0.1:9',
        credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
        maxAttempts: 1,
      }),
    );
    const send = client.send(new SendMessageCommand({ QueueUrl: 'http://127.0.0.1:9/q', MessageBody: '{}' }));
    const thrown: unknown = await send.catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(TransientError);
    expect((thrown as Error).cause).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
