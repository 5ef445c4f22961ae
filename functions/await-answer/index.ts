import { createSfnClient } from '../../adapters/stepfunctions/client.js';
import { DynamoThreadStore } from '../../adapters/dynamodb/thread-store.js';
import { SfnExecutions } from '../../adapters/stepfunctions/executions.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  threads: new DynamoThreadStore(petitionsTable(env)),
  // Answers tokens only, which needs no state machine: to name it would tie machine and function into a cycle.
  executions: new SfnExecutions(createSfnClient(), ''),
  observability: createObservability('await-answer', env.STAGE),
});
