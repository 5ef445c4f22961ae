import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { BenchSystem } from '../system.js';

const DEFINITION = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
const PATIENCE_MS = 10_000;
/** Short beside an execution; asking without a pause would slow down the engine that is asked. */
const POLL_MS = 5;

/** A state machine that succeeds at once: the floor of whatever Step Functions drives. */
export class EmptyMachine {
  private constructor(
    private readonly client: SFNClient,
    private readonly arn: string,
  ) {}

  static async create({ aws }: BenchSystem): Promise<EmptyMachine> {
    const client = new SFNClient(aws);
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({
        name: 'kien-nghi-bench-empty',
        roleArn: 'arn:aws:iam::000000000000:role/bench',
        definition: JSON.stringify(DEFINITION),
      }),
    );
    if (stateMachineArn === undefined) throw new Error('The empty machine was not created.');
    return new EmptyMachine(client, stateMachineArn);
  }

  /** From StartExecution until it is seen to have succeeded. */
  async runOnce(): Promise<void> {
    const { executionArn } = await this.client.send(new StartExecutionCommand({ stateMachineArn: this.arn }));
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < giveUpAt) {
      const { status } = await this.client.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'SUCCEEDED') return;
      await sleep(POLL_MS);
    }
    throw new Error('The empty machine does not end.');
  }

  close(): void {
    this.client.destroy();
  }
}
