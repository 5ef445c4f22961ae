import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';

/** Retry: the message comes again and after its last delivery goes to the dead-letter queue. Drop: it is done with. */
export type Verdict = 'retry' | 'drop';

type Match = (error: unknown) => boolean;

const TABLE: readonly (readonly [why: string, matches: Match, verdict: Verdict])[] = [
  // Retrying never helps; the alarm on the metric tells a person, and the notice itself stays in the table.
  ['message is not a notice', (error) => error instanceof z.ZodError || error instanceof SyntaxError, 'drop'],
  ['petition or notice does not exist', (error) => error instanceof NotFoundError, 'drop'],
  // Unknown outcome, a busy table, a lost connection: the notice's lease decides whether it is sent again.
  ['anything else', () => true, 'retry'],
];

/** What to do with a message whose handling threw. */
export const retryOrDrop = (error: unknown): Verdict =>
  TABLE.find(([, matches]) => matches(error))?.[2] ?? 'retry';
