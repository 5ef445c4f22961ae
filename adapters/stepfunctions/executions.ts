import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Executions, ExecutionState } from '../../core/ports/executions.js';

interface Run {
  petitionId: string;
  thread: string;
  run: number;
}

/** Limit of Step Functions. A UUID leaves 44 characters for thread and run. */
const LONGEST_NAME = 80;

/** Name of a run's execution. A name is used once in 90 days, which makes starting idempotent. */
export const executionName = ({ petitionId, thread, run }: Run): string => {
  const name = `${petitionId}-${thread}-${run}`;
  if (name.length > LONGEST_NAME) throw new RangeError('the name of an execution is too long');
  return name;
};

/** `arn:…:stateMachine:<name>` (with or without alias) -> `arn:…:execution:<name>:<execution>`. */
const executionArn = (stateMachineArn: string, run: Run): string => {
  const parts = stateMachineArn.split(':').slice(0, 7);
  return [...parts.with(5, 'execution'), executionName(run)].join(':');
};

/** Executions in Step Functions. */
export class SfnExecutions implements Executions {
  readonly #client: SFNClient;
  readonly #stateMachineArn: string;

  constructor(client: SFNClient, stateMachineArn: string) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
  }

  async start(run: Run): Promise<void> {
    const { petitionId, thread, run: number } = run;
    const input = JSON.stringify({ petitionId, thread, run: number });
    const command = { stateMachineArn: this.#stateMachineArn, name: executionName(run), input };
    try {
      await this.#client.send(new StartExecutionCommand(command));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async stop(run: Run): Promise<void> {
    try {
      await this.#client.send(
        new StopExecutionCommand({
          executionArn: executionArn(this.#stateMachineArn, run),
          cause: 'superseded',
        }),
      );
    } catch (error) {
      // Ended meanwhile, or never started: what was wanted is the case.
      const hasEnded = error instanceof Error && error.name === 'ValidationException';
      if (!hasEnded && !(error instanceof ExecutionDoesNotExist)) throw error;
    }
  }

  async state(run: Run): Promise<ExecutionState> {
    try {
      const { status } = await this.#client.send(
        new DescribeExecutionCommand({ executionArn: executionArn(this.#stateMachineArn, run) }),
      );
      return status === 'RUNNING' ? 'running' : 'ended';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return 'missing';
      throw error;
    }
  }

  async answer(token: string): Promise<'answered' | 'gone'> {
    try {
      await this.#client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
      return 'answered';
    } catch (error) {
      const isGone =
        error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
      if (isGone) return 'gone';
      throw error;
    }
  }
}
