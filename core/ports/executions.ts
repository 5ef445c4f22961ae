export type ExecutionState = 'running' | 'ended' | 'missing';

/** Step Functions, as the machinery needs it. Names are `<petitionId>-<thread>-<run>`. */
export interface Executions {
  /** Starts once; a second start of the same run is a success. */
  start(run: { petitionId: string; thread: string; run: number }): Promise<void>;
  stop(run: { petitionId: string; thread: string; run: number }): Promise<void>;
  state(run: { petitionId: string; thread: string; run: number }): Promise<ExecutionState>;
  /** Answers a wait with nothing in it. `gone`: timed out, answered before or not known. */
  answer(token: string): Promise<'answered' | 'gone'>;
}
