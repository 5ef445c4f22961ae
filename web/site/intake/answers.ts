/** To a question of a category. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What is known of the answers, as the API takes them. */
export const knownConditions = (answers: Readonly<Record<string, Answer>>): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      answer === 'unknown' ? [] : [[key, answer === 'yes']],
    ),
  );
