import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/**
 * Permissions on machine, queue and stream. The machine is known by its fixed name only: functions that it calls and
 * that may answer its tokens would otherwise depend on it as it does on them.
 */
export class EngineAccess {
  constructor(
    private readonly parts: {
      machineArn: string;
      executionsArn: string;
      notices: IQueue;
      mailEvents: IQueue;
      relayDead: IQueue;
      petitions: TableV2;
    },
  ) {}

  /** Ends waits, by the token of each. */
  answerTokens(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [this.parts.machineArn] })];
  }

  /** Starts, looks at and stops executions. */
  runExecutions(): PolicyStatement[] {
    const { machineArn, executionsArn } = this.parts;
    return [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [machineArn] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        resources: [executionsArn],
      }),
    ];
  }

  queueNotices(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.parts.notices.queueArn] })];
  }

  takeNotices(): PolicyStatement[] {
    return this.take(this.parts.notices);
  }

  takeMailEvents(): PolicyStatement[] {
    return this.take(this.parts.mailEvents);
  }

  private take({ queueArn }: IQueue): PolicyStatement[] {
    const actions = [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ];
    return [new PolicyStatement({ actions, resources: [queueArn] })];
  }

  /** Reads the stream; Lambda itself puts what was given up into the queue, with the function's permissions. */
  readStream(): PolicyStatement[] {
    const { petitions, relayDead } = this.parts;
    const { tableStreamArn } = petitions;
    if (tableStreamArn === undefined) throw new TypeError('the table of petitions has a stream');
    const actions = [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ];
    return [
      new PolicyStatement({ actions, resources: [tableStreamArn] }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [relayDead.queueArn] }),
    ];
  }
}
