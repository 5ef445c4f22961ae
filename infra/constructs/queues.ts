import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Six times the time-out of the function that reads the queue, as Lambda asks. */
const VISIBILITY = Duration.minutes(6);
const DEAD_LETTERS_KEPT = Duration.days(14);
/** Refusals of the mail service are retried by the notice's own clock; what comes here again has failed otherwise. */
const MOST_RECEIVES = 5;

/** Ids of notices on their way to the post, and what failed for good. Messages hold ids only. */
export class Queues extends Construct {
  readonly notices: Queue;
  readonly noticesDead: Queue;
  readonly relayDead: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.noticesDead = this.deadLetters('NoticesDead');
    this.relayDead = this.deadLetters('RelayDead');
    this.notices = new Queue(this, 'Notices', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.noticesDead, maxReceiveCount: MOST_RECEIVES },
    });
  }

  private deadLetters(id: string): Queue {
    const queue = new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: DEAD_LETTERS_KEPT,
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is a dead-letter queue itself.',
    });
    return queue;
  }
}
