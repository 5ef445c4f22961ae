import { recordFailure } from '../../core/use-cases/record-failure.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { taskBundle } from '../middleware/task-bundle.js';
import { RecordFailureInputSchema, RecordFailureOutputSchema } from './schema.js';

export type RecordFailureDeps = Parameters<typeof recordFailure>[0] & { observability: Observability };

/** Notes that a task failed after its retries and says how long the workflow rests. */
export const createHandler = (deps: RecordFailureDeps) =>
  taskBundle(
    deps.observability,
    { input: RecordFailureInputSchema, output: RecordFailureOutputSchema },
    async ({ failures, ...at }) => {
      count(deps.observability, METRIC.workflowFailure);
      const rest = await recordFailure(deps, at, failures);
      deps.observability.logger.warn('Workflow rests after a failure', { ...rest });
      return rest;
    },
  );
