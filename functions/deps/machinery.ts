import { createSqsClient } from '../../adapters/sqs/client.js';
import { createSfnClient } from '../../adapters/stepfunctions/client.js';
import { createClock } from '../../adapters/clock.js';
import { DynamoDuplicateLinks } from '../../adapters/dynamodb/duplicate-links.js';
import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { DynamoThreadStore } from '../../adapters/dynamodb/thread-store.js';
import { SqsNoticeQueue } from '../../adapters/sqs/notice-queue.js';
import { SfnExecutions } from '../../adapters/stepfunctions/executions.js';
import { petitionsTable } from './tables.js';

/** What relay and reconciler move: threads, executions, the queue of notices. */
export const createMachineryDeps = (env: {
  PETITIONS_TABLE: string;
  STATE_MACHINE_ARN: string;
  NOTICES_QUEUE_URL: string;
  LEGAL_CLOCK_FILE?: string | undefined;
}) => {
  const table = petitionsTable(env);
  return {
    clock: createClock(env),
    threads: new DynamoThreadStore(table),
    duplicates: new DynamoDuplicateLinks(table),
    notices: new DynamoNoticeStore(table),
    executions: new SfnExecutions(createSfnClient(), env.STATE_MACHINE_ARN),
    queue: new SqsNoticeQueue(createSqsClient(), env.NOTICES_QUEUE_URL),
  };
};
