import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { nameOf } from '../../../infra/config.js';
import type { BenchSystem } from '../system.js';

/** Stops the reader of the stream: what is handed in afterwards is kept, and nothing is done with it. */
export const pauseRelay = async ({ aws }: BenchSystem): Promise<void> => {
  const lambda = new LambdaClient(aws);
  const FunctionName = nameOf({ stage: 'local' }, 'relay-changes');
  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  for (const { UUID } of EventSourceMappings)
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: false }));
  lambda.destroy();
  if (EventSourceMappings.length === 0) throw new Error('The relay reads no stream.');
};
