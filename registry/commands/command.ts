/** One word of `npm run registry -- <word>`. */
export interface Command {
  /** Options after the word, for the help text. */
  usage: string;
  /** One line. */
  about: string;
  /** Prints its answer. @returns the exit code. */
  run(args: string[]): number | Promise<number>;
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
