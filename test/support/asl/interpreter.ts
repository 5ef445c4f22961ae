import type { Definition, State, TaskState } from './definition.js';
import { delaySeconds, matches } from './retry.js';
import type { Scheduler } from './scheduler.js';
import { evaluate, evaluateSeconds, StateError, toJson, type Scope } from './template.js';

/** A called function gives no sign of life: its task ends by its own time-out. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

export interface Environment {
  scheduler: Scheduler;
  /** Calls the function behind a placeholder such as `NextStepFunctionArn`; errors count by their `name`. */
  invoke(placeholder: string, payload: unknown): Promise<unknown>;
  /** Share of a FULL-jittered delay, 0 to 1. */
  jitter(): number;
  /** Virtual milliseconds from one state to the next. */
  transitionMs: number;
  /** An execution has ended, in whatever way. */
  ended(execution: Execution): void;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One entry of a task state, with the retries spent so far by retrier. */
interface Visit {
  name: string;
  state: TaskState;
  input: unknown;
  retries: number[];
}

/** One run of a state machine in virtual time. */
export class Execution {
  status: ExecutionStatus = 'RUNNING';
  /** Names of the states entered, in order. */
  readonly entered: string[] = [];
  error: StateError | null = null;
  readonly #waits = new Map<string, Visit>();
  readonly #enteredAt = new Map<string, string>();
  #variables: Record<string, unknown> = {};

  constructor(
    readonly id: { name: string; input: unknown },
    private readonly definition: Definition,
    private readonly env: Environment,
  ) {
    this.#plan(0, () => this.#enter(definition.StartAt, id.input));
    this.#plan(definition.TimeoutSeconds * 1_000, () => {
      this.end('TIMED_OUT');
    });
  }

  /** Ends it from outside (or by its own time-out); its tokens are gone. */
  end(status: Exclude<ExecutionStatus, 'RUNNING'>): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    this.#waits.clear();
    this.env.ended(this);
  }

  /** Answers a wait. False when the token is not open here (any more). */
  answer(token: string): boolean {
    const visit = this.#waits.get(token);
    if (visit === undefined) return false;
    this.#waits.delete(token);
    this.#plan(0, () => this.#succeeded(visit, {}));
    return true;
  }

  /** Is it waiting for an answer now? */
  get isWaiting(): boolean {
    return this.#waits.size > 0;
  }

  #plan(ms: number, step: () => Promise<void> | void): void {
    this.env.scheduler.after(ms, async () => {
      if (this.status !== 'RUNNING') return;
      try {
        await step();
      } catch (error) {
        if (!(error instanceof StateError)) throw error;
        this.error = error;
        this.end('FAILED');
      }
    });
  }

  #go(next: string, input: unknown): void {
    this.#plan(this.env.transitionMs, () => this.#enter(next, input));
  }

  async #enter(name: string, input: unknown): Promise<void> {
    const state = this.definition.States[name];
    if (state === undefined) throw new StateError('States.Runtime', `no state ${name}`);
    this.entered.push(name);
    this.#enteredAt.set(name, this.env.scheduler.clock.now());
    switch (state.Type) {
      case 'Task':
        await this.#attempt({ name, state, input, retries: state.Retry.map(() => 0) });
        return;
      case 'Choice':
        this.#go(await this.#choose(name, state, input), input);
        return;
      case 'Wait': {
        const seconds = await evaluateSeconds(state.Seconds, this.#scope({ name, input }));
        this.#plan(seconds * 1_000, () => {
          this.#go(state.Next, input);
        });
        return;
      }
      case 'Succeed':
        this.end('SUCCEEDED');
    }
  }

  async #choose(name: string, state: Extract<State, { Type: 'Choice' }>, input: unknown): Promise<string> {
    for (const { Condition, Next } of state.Choices) {
      const isMet = await evaluate(Condition, this.#scope({ name, input }));
      if (typeof isMet !== 'boolean')
        throw new StateError('States.QueryEvaluationError', `not a boolean: ${Condition}`);
      if (isMet) return Next;
    }
    return state.Default;
  }

  async #attempt(visit: Visit): Promise<void> {
    const isCallback = visit.state.Resource.endsWith('.waitForTaskToken');
    const attempt = visit.retries.reduce((sum, spent) => sum + spent, 0);
    const token = isCallback ? `${this.id.name}/${this.entered.length}/${attempt}` : null;
    try {
      const scope = this.#scope(visit, { attempt, token });
      const payload = await evaluate(visit.state.Arguments.Payload, scope);
      const timeoutMs = 1_000 * (await evaluateSeconds(visit.state.TimeoutSeconds, scope));
      if (token === null) await this.#call(visit, payload, timeoutMs);
      else await this.#callAndWait(visit, { payload, timeoutMs, token });
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      await this.#failed(visit, error);
    }
  }

  async #invoke(visit: Visit, payload: unknown): Promise<unknown> {
    const placeholder = visit.state.Arguments.FunctionName.slice(2, -1);
    try {
      return toJson(await this.env.invoke(placeholder, payload));
    } catch (error) {
      if (!(error instanceof Error) || error instanceof NoAnswerError) throw error;
      throw new StateError(error.name, error.message);
    }
  }

  async #call(visit: Visit, payload: unknown, timeoutMs: number): Promise<void> {
    let result: unknown;
    try {
      result = await this.#invoke(visit, payload);
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      this.#plan(timeoutMs, () => this.#failed(visit, new StateError('States.Timeout', visit.name)));
      return;
    }
    if (this.status === 'RUNNING') await this.#succeeded(visit, { StatusCode: 200, Payload: result });
  }

  async #callAndWait(
    visit: Visit,
    wait: { payload: unknown; timeoutMs: number; token: string },
  ): Promise<void> {
    const { payload, timeoutMs, token } = wait;
    this.#waits.set(token, visit);
    this.#plan(timeoutMs, async () => {
      if (this.#waits.delete(token)) await this.#failed(visit, new StateError('States.Timeout', visit.name));
    });
    try {
      await this.#invoke(visit, payload);
    } catch (error) {
      // The call is asynchronous: an error counts only while nobody has answered.
      if (!(error instanceof NoAnswerError) && this.#waits.delete(token)) throw error;
    }
  }

  async #succeeded(visit: Visit, result: unknown): Promise<void> {
    try {
      const scope = this.#scope(visit, { result });
      const output = visit.state.Output === undefined ? result : await evaluate(visit.state.Output, scope);
      await this.#assign(visit.state.Assign, scope);
      this.#go(visit.state.Next, output);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      await this.#failed(visit, error);
    }
  }

  async #failed(visit: Visit, error: StateError): Promise<void> {
    const index = visit.state.Retry.findIndex((retrier) => matches(retrier.ErrorEquals, error.name));
    const retrier = visit.state.Retry[index];
    const spent = visit.retries[index] ?? 0;
    if (retrier !== undefined && spent < retrier.MaxAttempts) {
      visit.retries[index] = spent + 1;
      const share = retrier.JitterStrategy === 'FULL' ? this.env.jitter() : 1;
      this.#plan(delaySeconds(retrier, spent) * share * 1_000, () => this.#attempt(visit));
      return;
    }
    const catcher = visit.state.Catch.find((known) => matches(known.ErrorEquals, error.name));
    if (catcher === undefined) throw error;
    const errorOutput = { Error: error.name, Cause: error.detail };
    const scope = this.#scope(visit, { errorOutput });
    const output = catcher.Output === undefined ? errorOutput : await evaluate(catcher.Output, scope);
    await this.#assign(catcher.Assign, scope);
    this.#go(catcher.Next, output);
  }

  /** All values of one Assign are computed before any is set. */
  async #assign(template: Record<string, unknown> | undefined, scope: Scope): Promise<void> {
    if (template === undefined) return;
    const values = (await evaluate(template, scope)) as Record<string, unknown>;
    this.#variables = { ...this.#variables, ...values };
  }

  #scope(
    at: { name: string; input: unknown },
    known: { attempt?: number; token?: string | null; result?: unknown; errorOutput?: unknown } = {},
  ): Scope {
    const { attempt = 0, token = null, ...rest } = known;
    const context = {
      Execution: { Id: this.id.name, Name: this.id.name, Input: this.id.input },
      State: { Name: at.name, EnteredTime: this.#enteredAt.get(at.name), RetryCount: attempt },
      ...(token !== null && { Task: { Token: token } }),
    };
    return { states: { input: at.input, context, ...rest }, variables: this.#variables };
  }
}
