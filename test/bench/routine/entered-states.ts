import { paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import type { BenchSystem } from '../system.js';

/** Names of the states that an execution entered, in their order. Step Functions bills each as a transition. */
export const enteredStates = async ({ aws, system }: BenchSystem, petitionId: string): Promise<string[]> => {
  const client = new SFNClient(aws);
  const executionArn = `${system.app.stateMachineArn.replace(':stateMachine:', ':execution:')}:${petitionId}-lead-1`;
  const states: string[] = [];
  for await (const page of paginateGetExecutionHistory({ client }, { executionArn })) {
    for (const { stateEnteredEventDetails } of page.events ?? [])
      if (stateEnteredEventDetails?.name !== undefined) states.push(stateEnteredEventDetails.name);
  }
  client.destroy();
  return states;
};
