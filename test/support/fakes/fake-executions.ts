import type { Executions, ExecutionState } from '../../../core/ports.js';

interface Run {
  petitionId: string;
  thread: string;
  run: number;
}

const nameOf = ({ petitionId, thread, run }: Run): string => `${petitionId}-${thread}-${run}`;

/** Executions and open waits, without a workflow behind them. */
export class FakeExecutions implements Executions {
  readonly states = new Map<string, 'running' | 'ended'>();
  /** Names in the order of their first start. */
  readonly started: string[] = [];
  readonly stopped: string[] = [];
  /** Tokens that were answered, in order. */
  readonly answered: string[] = [];
  readonly #open = new Set<string>();

  start(run: Run): Promise<void> {
    const name = nameOf(run);
    if (!this.states.has(name)) {
      this.states.set(name, 'running');
      this.started.push(name);
    }
    return Promise.resolve();
  }

  stop(run: Run): Promise<void> {
    const name = nameOf(run);
    this.stopped.push(name);
    if (this.states.has(name)) this.states.set(name, 'ended');
    return Promise.resolve();
  }

  state(run: Run): Promise<ExecutionState> {
    return Promise.resolve(this.states.get(nameOf(run)) ?? 'missing');
  }

  answer(token: string): Promise<'answered' | 'gone'> {
    if (!this.#open.delete(token)) return Promise.resolve('gone');
    this.answered.push(token);
    return Promise.resolve('answered');
  }

  /** A wait begins; its token can be answered once. */
  open(token: string): void {
    this.#open.add(token);
  }

  /** A wait ends without an answer. */
  timeOut(token: string): void {
    this.#open.delete(token);
  }

  /** An execution ends or dies by itself. */
  end(run: Run): void {
    this.states.set(nameOf(run), 'ended');
  }
}
