import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Queues } from './queues.js';

const field = (path: string): string => EventField.fromPath(`$.detail.${path}`);

/** What goes into the queue: the ids that the mail carried. Addresses stay behind on the bus. */
const ABOUT = {
  report: field('eventType'),
  petitionId: field('mail.tags.petitionId'),
  noticeId: field('mail.tags.noticeId'),
  contactId: field('mail.tags.contactId'),
  mailedAt: field('mail.timestamp'),
};

/**
 * Reports of SES from the default bus, of this stage's mails only, to the function that records them. A rule names each
 * field that it passes on; one for bounces alone, because a field that an event does not have breaks the message.
 */
export class MailEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    parts: { record: IFunction; queues: Queues; configurationSet: string },
  ) {
    super(scope, id);
    const { record, queues, configurationSet } = parts;
    const pass = (name: string, types: string[], message: Record<string, string>): void => {
      new Rule(this, name, {
        eventPattern: {
          source: ['aws.ses'],
          detailType: types,
          detail: {
            mail: { tags: { 'ses:configuration-set': [configurationSet], noticeId: [{ exists: true }] } },
          },
        },
        targets: [
          // No dead letters of the rule: they hold the event as it came, with the address. What the bus cannot hand over
          // for a day is noticed by the watch on deliveries.
          new SqsQueue(queues.mailEvents, { message: RuleTargetInput.fromObject(message) }),
        ],
      });
    };
    pass('Bounced', ['Email Bounced'], { ...ABOUT, bounceType: field('bounce.bounceType') });
    pass('Others', ['Email Delivered', 'Email Complaint Received', 'Email Rejected'], ABOUT);
    new EventSourceMapping(this, 'Mapping', {
      target: record,
      eventSourceArn: queues.mailEvents.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: 5,
    });
  }
}
