import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { nameOf } from '../config.js';
import { alarmList } from './alarm-list.js';
import type { Watched } from './watched.js';

export const RUNBOOK = 'docs/runbook.md';

/** An alarm per failure path, each naming its heading in the runbook; mails to the operator. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { topicName: nameOf(watched.config, 'alarms'), enforceSSL: true });
    topic.addSubscription(new EmailSubscription(watched.config.alarmEmail));
    for (const [name, spec] of Object.entries(alarmList(watched))) {
      const alarm = new Alarm(this, name, {
        alarmName: nameOf(watched.config, name),
        alarmDescription: `${spec.says} ${RUNBOOK}#${name}`,
        metric: spec.metric,
        threshold: spec.threshold,
        evaluationPeriods: spec.periods ?? 1,
        comparisonOperator: spec.isBelow
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // Silence is good news, except from what should never be silent.
        treatMissingData:
          spec.isBelow && !spec.maySleep ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
  }
}
