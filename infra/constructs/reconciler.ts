import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule, type RuleProps } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** Ends of executions that are not ends of petitions. */
const BROKEN = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/** Runs the reconciler each minute, and at once when an execution has died. */
export class Reconciler extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { reconcile, machineArn }: { reconcile: IFunction; machineArn: string },
  ) {
    super(scope, id);
    const run = (name: string, when: Pick<RuleProps, 'schedule' | 'eventPattern'>): void => {
      const target = new LambdaFunction(reconcile, {
        // The schedule tells nothing; the end of an execution names it, and its input holds ids only.
        ...(when.schedule !== undefined && { event: RuleTargetInput.fromObject({}) }),
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
      });
      new Rule(this, name, { ...when, targets: [target] });
    };
    run('EachMinute', { schedule: Schedule.rate(Duration.minutes(1)) });
    run('ExecutionDied', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: BROKEN, stateMachineArn: [machineArn] },
      },
    });
  }
}
