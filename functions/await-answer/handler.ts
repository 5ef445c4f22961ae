import { awaitAnswer } from '../../core/use-cases/await-answer.js';
import type { Observability } from '../middleware/observability.js';
import { taskBundle } from '../middleware/task-bundle.js';
import { AwaitAnswerInputSchema, AwaitAnswerOutputSchema } from './schema.js';

export type AwaitAnswerDeps = Parameters<typeof awaitAnswer>[0] & { observability: Observability };

/** Keeps the token of a wait, or answers it at once when something was committed meanwhile. */
export const createHandler = (deps: AwaitAnswerDeps) =>
  taskBundle(
    deps.observability,
    { input: AwaitAnswerInputSchema, output: AwaitAnswerOutputSchema },
    async ({ waitNo, retry, wakeSeq, token, ...at }) => {
      await awaitAnswer(deps, at, { waitNo, retry, wakeSeq, token });
      return {};
    },
  );
