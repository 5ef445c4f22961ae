import type { Definition } from './definition.js';
import { Execution, type Environment } from './interpreter.js';
import { toJson } from './template.js';

/** A deployed definition: starts executions and finds the one that a token belongs to. */
export class StateMachine {
  readonly executions = new Map<string, Execution>();

  constructor(
    private readonly definition: Definition,
    private readonly env: Environment,
  ) {}

  /** Starts once; the same name again is the same execution, running or not. */
  start(name: string, input: unknown): Execution {
    const known = this.executions.get(name);
    if (known !== undefined) return known;
    const execution = new Execution({ name, input: toJson(input) }, this.definition, this.env);
    this.executions.set(name, execution);
    return execution;
  }

  answer(token: string): 'answered' | 'gone' {
    const execution = this.executions.get(token.slice(0, token.indexOf('/')));
    return execution?.answer(token) === true ? 'answered' : 'gone';
  }
}
