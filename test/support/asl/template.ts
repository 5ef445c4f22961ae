import jsonata from 'jsonata';

/** A failure inside a state, by the name that Retry and Catch match. */
export class StateError extends Error {
  constructor(
    override readonly name: string,
    readonly detail: string,
  ) {
    super(`${name}: ${detail}`);
  }
}

/** What an expression may read: `$states` and the workflow's variables. */
export interface Scope {
  states: Record<string, unknown>;
  variables: Readonly<Record<string, unknown>>;
}

const compiled = new Map<string, jsonata.Expression>();

const compile = (source: string): jsonata.Expression => {
  const known = compiled.get(source) ?? jsonata(source);
  compiled.set(source, known);
  return known;
};

const EXPRESSION = /^\{%(.+)%\}$/s;

const evaluateText = async (text: string, scope: Scope): Promise<unknown> => {
  const source = EXPRESSION.exec(text)?.[1];
  if (source === undefined) return text;
  let value: unknown;
  try {
    value = await compile(source.trim()).evaluate(undefined, { ...scope.variables, states: scope.states });
  } catch (error) {
    throw new StateError('States.QueryEvaluationError', String(error));
  }
  // As in AWS: an expression that gives nothing is an error, never a missing field.
  if (value === undefined)
    throw new StateError('States.QueryEvaluationError', `nothing from ${source.trim()}`);
  return toJson(value);
};

/** Plain JSON, as it would travel between services. */
export const toJson = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);

/** Replaces every `{% … %}` in a template by its value. @throws StateError as Step Functions does. */
export const evaluate = async (template: unknown, scope: Scope): Promise<unknown> => {
  if (typeof template === 'string') return evaluateText(template, scope);
  if (Array.isArray(template)) return Promise.all(template.map((part) => evaluate(part, scope)));
  if (template === null || typeof template !== 'object') return template;
  const entries = await Promise.all(
    Object.entries(template).map(async ([key, part]) => [key, await evaluate(part, scope)] as const),
  );
  return Object.fromEntries(entries);
};

/** A number of seconds, given or computed. */
export const evaluateSeconds = async (template: number | string, scope: Scope): Promise<number> => {
  const value = await evaluate(template, scope);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 99_999_999) return value;
  throw new StateError('States.QueryEvaluationError', `not a number of seconds: ${String(value)}`);
};
