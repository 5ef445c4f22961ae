import type { Executions, ExecutionState } from '../../../core/ports/executions.js';

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
  readonly #open = new Map<string, string | null>();

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
    this.#end(name);
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

  /** A wait begins; its token can be answered once, and not after its run has ended. */
  open(token: string, run?: Run): void {
    this.#open.set(token, run === undefined ? null : nameOf(run));
  }

  /** A wait ends without an answer. */
  timeOut(token: string): void {
    this.#open.delete(token);
  }

  /** An execution ends or dies by itself. */
  end(run: Run): void {
    this.states.set(nameOf(run), 'ended');
    this.#end(nameOf(run));
  }

  #end(name: string): void {
    if (this.states.has(name)) this.states.set(name, 'ended');
    for (const [token, owner] of this.#open) if (owner === name) this.#open.delete(token);
  }
}
