import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { eventually } from './aws.js';

/** Takes the next message off a queue, parsed. */
export const nextMessage = (sqs: SQSClient, queueUrl: string): Promise<unknown> =>
  eventually(async () => {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 1 }),
    );
    const message = Messages?.[0];
    if (message === undefined) return undefined;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    return JSON.parse(message.Body ?? 'null') as unknown;
  });
