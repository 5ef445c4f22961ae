import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { NoticeQueue, NoticeRef } from '../../core/ports/notices.js';

const NoticeRefSchema = z.strictObject({
  petitionId: z.string().min(1).max(120),
  id: z.string().min(1).max(40),
}) satisfies z.ZodType<NoticeRef>;

/** Reads the body of a queued message. @throws ZodError or SyntaxError for anything else. */
export const parseNoticeMessage = (body: string): NoticeRef => NoticeRefSchema.parse(JSON.parse(body));

/** The queue before send-notice. */
export class SqsNoticeQueue implements NoticeQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async send({ petitionId, id }: NoticeRef): Promise<void> {
    const MessageBody = JSON.stringify({ petitionId, id });
    await this.#client.send(new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody }));
  }
}
