import {
  DomainError,
  ForbiddenError,
  HeadConflictError,
  IdempotencyMismatchError,
  IllegalTransitionError,
  NotFoundError,
  TaskClosedError,
  TooManyRequestsError,
  TransientError,
  ValidationError,
} from '../../core/errors.js';
import { issueText } from './issue-texts.js';
import type { Language } from './language.js';
import { PROBLEM_TEXTS, problemText, type ProblemCode } from './problem-texts.js';
import {
  ForeignOriginError,
  OwnTrackError,
  PayloadTooLargeError,
  UnauthorizedError,
  UnsupportedMediaTypeError,
} from './http-errors.js';

/** RFC 9457. `type` is stable; `errors` only for bad input; nothing of the request is repeated. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** This occurrence, by the id of its request. */
  instance: string;
  requestId: string;
  errors?: { pointer: string; code: string; message: string }[];
}

type ErrorClass = abstract new (...args: never[]) => DomainError;

const STATUS_OF: readonly (readonly [ErrorClass, number])[] = [
  [ValidationError, 422],
  [NotFoundError, 404],
  [UnauthorizedError, 401],
  [ForbiddenError, 403],
  [ForeignOriginError, 403],
  [IllegalTransitionError, 409],
  [TaskClosedError, 409],
  [IdempotencyMismatchError, 422],
  [OwnTrackError, 422],
  [PayloadTooLargeError, 413],
  [UnsupportedMediaTypeError, 415],
  [TooManyRequestsError, 429],
  [HeadConflictError, 503],
  [TransientError, 503],
];

/** The status of an error; anything that is not in the table is our fault. */
export const statusOf = (error: unknown): number =>
  STATUS_OF.find(([errorClass]) => error instanceof errorClass)?.[1] ?? 500;

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_TEXTS, code);

const codeOf = (error: unknown, status: number): ProblemCode => {
  if (status >= 500) return status === 503 ? 'unavailable' : 'internal';
  if (error instanceof DomainError && isKnown(error.code)) return error.code;
  return error instanceof ValidationError ? 'invalid-input' : 'not-found';
};

const issuesOf = (error: unknown, language: Language): Pick<Problem, 'errors'> =>
  error instanceof ValidationError
    ? {
        errors: error.issues.map((issue) => ({
          pointer: issue.pointer,
          code: issue.code,
          message: issueText(issue, language),
        })),
      }
    : {};

/** The problem details of an error, in the caller's language. */
export const problemOf = (error: unknown, request: { requestId: string; language: Language }): Problem => {
  const status = statusOf(error);
  const code = codeOf(error, status);
  const { title, detail } = problemText(code);
  return {
    type: `urn:kien-nghi:problem:${code}`,
    title: title[request.language],
    status,
    ...(status >= 500 || detail === undefined ? {} : { detail: detail[request.language] }),
    instance: `urn:kien-nghi:request:${encodeURIComponent(request.requestId)}`,
    requestId: request.requestId,
    ...issuesOf(error, request.language),
  };
};
