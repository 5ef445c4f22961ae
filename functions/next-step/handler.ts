import { takeNextStep } from '../../core/use-cases/take-next-step.js';
import type { Observability } from '../middleware/observability.js';
import { taskBundle } from '../middleware/task-bundle.js';
import { NextStepInputSchema, NextStepOutputSchema } from './schema.js';

export type NextStepDeps = Parameters<typeof takeNextStep>[0] & { observability: Observability };

/** Says what is to be done now, read from the record alone. */
export const createHandler = (deps: NextStepDeps) =>
  taskBundle(deps.observability, { input: NextStepInputSchema, output: NextStepOutputSchema }, async (at) => {
    const step = await takeNextStep(deps, at);
    deps.observability.logger.info('Next step', { ...step });
    return step;
  });
