import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Six times the time-out of the function that reads the queue, as Lambda asks. */
const VISIBILITY = Duration.minutes(6);
/** The same for reports, whose function ends after ten seconds. */
const REPORTS_VISIBILITY = Duration.minutes(1);
/** Longer than two attempts of a sender that died: until then the report waits for the end of the sending. */
const MOST_REPORT_RECEIVES = 10;
const DEAD_LETTERS_KEPT = Duration.days(14);
/** Refusals of the mail service are retried by the notice's own clock; what comes here again has failed otherwise. */
const MOST_RECEIVES = 5;

/** A report that comes before the sending is recorded would only have to come again. */
const REPORTS_WAIT = Duration.seconds(2);

/** Ids of notices on their way to the post, reports of what became of them, what failed for good. Ids only. */
export class Queues extends Construct {
  readonly notices: Queue;
  readonly noticesDead: Queue;
  readonly relayDead: Queue;
  readonly mailEvents: Queue;
  readonly mailEventsDead: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.noticesDead = this.deadLetters('NoticesDead');
    this.relayDead = this.deadLetters('RelayDead');
    this.mailEventsDead = this.deadLetters('MailEventsDead');
    this.mailEvents = new Queue(this, 'MailEvents', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deliveryDelay: REPORTS_WAIT,
      visibilityTimeout: REPORTS_VISIBILITY,
      deadLetterQueue: { queue: this.mailEventsDead, maxReceiveCount: MOST_REPORT_RECEIVES },
    });
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
