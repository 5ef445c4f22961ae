/**
 * Failures that callers may meet. `name` is API: Step Functions matches it in `ErrorEquals`, HTTP maps it to a problem
 * type (functions/middleware/problem-details.ts). `detail` never repeats what the caller sent.
 */
export abstract class DomainError extends Error {
  /** Written out: bundling shortens the names of classes. */
  abstract override name: string;

  constructor(
    readonly code: string,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** Nothing with that id, code or link; says the same for "not yours". */
export class NotFoundError extends DomainError {
  override name = 'NotFoundError';

  constructor(code = 'not-found', detail = 'Nothing found.') {
    super(code, detail);
  }
}

/** One fault of an input: where (JSON pointer) and what (a stable code with a message per language). */
export interface InputIssue {
  pointer: string;
  code: string;
  /** Numbers that a message needs, e.g. a length limit. Never the input itself. */
  params?: Record<string, number | string>;
}

/** The input is not what the schema or a rule asks for; nothing was changed. */
export class ValidationError extends DomainError {
  override name = 'ValidationError';

  constructor(
    readonly issues: InputIssue[],
    code = 'invalid-input',
  ) {
    super(code, 'The request is not valid.');
  }
}

/** Somebody has asked so often that it is no ordinary work any more. */
export class TooManyRequestsError extends DomainError {
  override name = 'TooManyRequestsError';

  constructor() {
    super('too-many-requests', 'Too many requests.');
  }
}

/** The command is not allowed in the petition's state, or not by this actor. */
export class IllegalTransitionError extends DomainError {
  override name = 'IllegalTransitionError';

  constructor(
    readonly command: string,
    readonly status: string,
  ) {
    super('illegal-transition', `Not possible in state ${status}.`);
  }
}

/** The task of a link was closed or moved: somebody has decided, or another agency holds the petition now. */
export class TaskClosedError extends DomainError {
  override name = 'TaskClosedError';

  constructor() {
    super('task-closed', 'This task is no longer open.');
  }
}

/** The petition changed between reading and writing; the command is reloaded and retried. */
export class HeadConflictError extends DomainError {
  override name = 'HeadConflictError';

  constructor() {
    super('head-conflict', 'The petition has changed meanwhile.');
  }
}

/** An idempotency key was used before with another body. */
export class IdempotencyMismatchError extends DomainError {
  override name = 'IdempotencyMismatchError';

  constructor() {
    super('idempotency-key-reused', 'This Idempotency-Key was used with another request.');
  }
}

/** The workflow run was superseded (`run` on the thread is higher): the execution ends quietly. */
export class StaleRunError extends DomainError {
  override name = 'StaleRunError';

  constructor() {
    super('stale-run', 'A newer run of this thread exists.');
  }
}

/** The caller is known but has no right to this route. */
export class ForbiddenError extends DomainError {
  override name = 'ForbiddenError';

  constructor() {
    super('forbidden', 'Not allowed.');
  }
}

/** A dependency failed in a way that may pass; Step Functions and queues retry it. */
export class TransientError extends DomainError {
  override name = 'TransientError';

  constructor(detail: string, options?: ErrorOptions) {
    super('transient', detail, options);
  }
}
