import type { Keyed } from '../ports/keyed.js';
import { foldText } from '../registry/fold-text.js';

/**
 * What is kept of a text to find similar ones: the smallest of the keyed digests of its shingles, and how many shingles
 * it has. Without the key it tells nothing of the words.
 */
export interface TextSketch {
  /** Shingles of the text. */
  count: number;
  /** The smallest digests, ascending, each as eight hexadecimal digits. */
  marks: readonly string[];
}

/** Most texts have fewer pairs of syllables than this: their comparison is exact. 64 x 4 bytes at most. */
export const SKETCH_SIZE = 64;
/** Hexadecimal digits of a mark: 32 bits. */
export const MARK_DIGITS = 8;
/** A longer text repeats itself; bounds the digests of one intake. */
const MOST_SHINGLES = 1_200;
/** A text of three words is in many others: below this many shingles it counts as if it had as many. */
const LEAST_SHINGLES = 8;

/** What most petitions say and none is told apart by, folded. */
const COURTESIES =
  /\b(?:kinh gui|kinh de nghi|xin de nghi|de nghi|kien nghi|kinh mong|xin cam on|tran trong|uy ban nhan dan|ubnd|chung toi|xem xet|giai quyet|xu ly|ba con|nguoi dan)\b/g;

/**
 * Pairs of neighbouring syllables, without accents, case, punctuation and Unicode form: most Vietnamese words have two
 * syllables, so a pair is about a word.
 */
export const shinglesOf = (text: string): string[] => {
  const words = foldText(text)
    .replace(COURTESIES, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);
  return [...new Set(pairs.length === 0 ? words : pairs)].slice(0, MOST_SHINGLES);
};

/** The sketch of a text, salted by province: sketches of two cities do not match, also where they share a secret. */
export const sketchOf = async (
  keyed: Keyed,
  { provinceId, text }: { provinceId: string; text: string },
): Promise<TextSketch> => {
  const shingles = shinglesOf(text);
  const macs = await Promise.all(shingles.map((each) => keyed.mac('text-sketch', `${provinceId} ${each}`)));
  const marks = [...new Set(macs.map((mac) => mac.slice(0, MARK_DIGITS)))].sort();
  return { count: shingles.length, marks: marks.slice(0, SKETCH_SIZE) };
};

/** Jaccard's index of two sets by their smallest digests; exact where both sets are kept whole. */
const jaccard = (a: TextSketch, b: TextSketch): number => {
  const inA = new Set(a.marks);
  const inB = new Set(b.marks);
  const both = [...new Set([...a.marks, ...b.marks])].sort();
  const isWhole = a.count <= SKETCH_SIZE && b.count <= SKETCH_SIZE;
  const smallest = isWhole ? both : both.slice(0, SKETCH_SIZE);
  const shared = smallest.filter((mark) => inA.has(mark) && inB.has(mark)).length;
  return smallest.length === 0 ? 0 : shared / smallest.length;
};

/**
 * How much of the shorter text is in the longer one, from 0 to 1. A short complaint repeats a long one although most of
 * the long one is not in it.
 */
export const similarityOf = (a: TextSketch, b: TextSketch): number => {
  const index = jaccard(a, b);
  const shared = (index / (1 + index)) * (a.count + b.count);
  return Math.min(shared / Math.max(Math.min(a.count, b.count), LEAST_SHINGLES), 1);
};
