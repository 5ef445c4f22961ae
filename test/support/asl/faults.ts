import { StateError } from './template.js';

/**
 * What happens to one call of a function.
 * - `meanwhile`: something else happens just before it works.
 * - `refuse`: it fails before it did anything.
 * - `lose-answer`: it does its work, but the caller sees a failure.
 * - `late`: the caller sees a failure at once; the work is done later all the same.
 * - `silence`: it does its work and never answers.
 */
export type CallFault =
  | { kind: 'none' }
  | { kind: 'meanwhile'; happens: () => Promise<void> }
  | { kind: 'refuse' | 'lose-answer' | 'silence'; error?: string }
  | { kind: 'late'; error?: string; afterMs: number };

/** Virtual milliseconds after which each copy of a stream record is delivered; an empty list loses it. */
export type Deliveries = readonly number[];

/** What goes wrong, asked at each occasion. By default nothing does. */
export interface Faults {
  call: (placeholder: string) => CallFault;
  record: () => Deliveries;
  /** Does the answer to a wait reach the state machine? */
  answerArrives: () => boolean;
  /** Is the end of an execution told to the reconciler at once? */
  endIsTold: () => boolean;
  /** Does StopExecution end the execution? */
  stopArrives: () => boolean;
}

export const noFaults = (): Faults => ({
  call: () => ({ kind: 'none' }),
  record: () => [50],
  answerArrives: () => true,
  endIsTold: () => true,
  stopArrives: () => true,
});

/** The next calls of one function fail in these ways, then it works again. */
export const failNext = (faults: Faults, placeholder: string, ...ahead: CallFault[]): void => {
  const { call } = faults;
  faults.call = (called) => (called === placeholder ? (ahead.shift() ?? call(called)) : call(called));
};

/** The error that a faulty call shows. */
export const errorOf = ({ error }: { error?: string }): StateError =>
  new StateError(error ?? 'Lambda.ServiceException', 'injected');
