/** Text for searching: without accents, đ as d, lower case. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();

/** Does the text contain all words asked for, in any order, with or without accents? */
export const containsWords = (text: string, wanted: string): boolean => {
  const plain = plainText(text);
  return plainText(wanted)
    .split(/\s+/)
    .every((word) => plain.includes(word));
};
