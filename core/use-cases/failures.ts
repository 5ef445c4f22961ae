/** What failed in a pass over many. Ids and the error's kind: this goes to the log. */
export interface Failure {
  /** Thread or notice, or the province that could not be read. */
  what: string;
  error: string;
}

/** Failures named in a result. */
const MOST_NAMED = 20;

/** Names one more, as long as there are few. */
export const nameFailure = (named: Failure[], what: string, error: unknown): void => {
  if (named.length < MOST_NAMED)
    named.push({ what, error: error instanceof Error ? error.name : typeof error });
};
