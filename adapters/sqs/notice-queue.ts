import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { NoticeQueue, NoticeRef } from '../../core/ports/notices.js';
import { noticeMessage } from './notice-message.js';

/** The queue before send-notice. */
export class SqsNoticeQueue implements NoticeQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async send(ref: NoticeRef): Promise<void> {
    const message = { QueueUrl: this.#queueUrl, MessageBody: noticeMessage(ref) };
    await this.#client.send(new SendMessageCommand(message));
  }
}
