import * as z from 'zod';

/** Names of executions are `<petitionId>-<thread>-<run>`. */
const EXECUTION_NAME = /^([0-9a-f-]{36})-(lead|support-\d{1,3})-(\d{1,9})$/;

/** The end of an execution that should not have ended, as EventBridge tells it. */
const FailedExecutionSchema = z.looseObject({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.looseObject({ name: z.string().max(100), status: z.string().max(40) }),
});

export interface FailedThread {
  petitionId: string;
  thread: string;
  run: number;
}

/** The thread of a failed execution; null for the schedule's event and for executions of foreign names. */
export const failedThreadIn = (event: unknown): FailedThread | null => {
  const parsed = FailedExecutionSchema.safeParse(event);
  if (!parsed.success) return null;
  const [, petitionId, thread, run] = EXECUTION_NAME.exec(parsed.data.detail.name) ?? [];
  if (petitionId === undefined || thread === undefined) return null;
  return { petitionId, thread, run: Number(run) };
};
