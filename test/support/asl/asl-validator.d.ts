declare module 'asl-validator' {
  interface Verdict {
    isValid: boolean;
    errors: unknown[];
  }
  /** Validates a definition; adds the default query language to its states. */
  export default function validate(definition: object): Verdict;
}
