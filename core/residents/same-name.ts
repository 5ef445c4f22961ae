import { foldText } from '../registry/fold-text.js';

const wordsOf = (name: string): string[] =>
  foldText(name)
    .split(' ')
    .filter((word) => word !== '');

/**
 * Does a name said at the desk belong to the one given at intake? Accents and case do not matter, and a middle name may
 * be left out: every word said must be there, the given name (the last one) in its place, and two words at the least.
 */
export const isSameName = (said: string, given: string): boolean => {
  const [asked, known] = [wordsOf(said), wordsOf(given)];
  if (asked.length < Math.min(2, known.length) || asked.length === 0) return false;
  return asked.at(-1) === known.at(-1) && asked.every((word) => known.includes(word));
};
