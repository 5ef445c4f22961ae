import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** Looks after the open denunciations each minute. They have no stream and no executions that could do it. */
export class SealedWatch extends Construct {
  constructor(scope: Construct, id: string, { watch }: { watch: IFunction }) {
    super(scope, id);
    new Rule(this, 'EachMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(watch, { retryAttempts: 0 })],
    });
  }
}
