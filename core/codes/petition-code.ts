/** Crockford's base 32: no I, L, O, U, so that a code can be read out, typed and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_LENGTH = 12;
const RANDOM_BYTES = 8;
const LONGEST_INPUT = 60;

/**
 * Luhn mod 32 over the values of the code's characters, doubled at every second place counted from the check character.
 * It finds every wrong character and every swap of neighbours except `0` with `Z`, which Luhn cannot tell apart.
 */
const luhnSum = (values: readonly number[], doubleFromRight: 0 | 1): number => {
  const added = values.map((value, i) => {
    const isDoubled = (values.length - 1 - i) % 2 === doubleFromRight;
    const factor = isDoubled ? 2 * value : value;
    return Math.floor(factor / 32) + (factor % 32);
  });
  return added.reduce((sum, value) => sum + value, 0) % 32;
};

const valuesOf = (text: string): number[] => Array.from(text, (character) => ALPHABET.indexOf(character));

const checkCharacter = (data: string): string => ALPHABET.charAt((32 - luhnSum(valuesOf(data), 0)) % 32);

/**
 * A petition's code from 8 random bytes: 60 random bits in 12 characters and a check character, without hyphens.
 * @throws RangeError when there are not 8 bytes.
 */
export const createPetitionCode = (randomBytes: Uint8Array): string => {
  if (randomBytes.length !== RANDOM_BYTES) throw new RangeError(`${RANDOM_BYTES} random bytes are needed`);
  let bits = randomBytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let data = '';
  for (let i = 0; i < DATA_LENGTH; i++, bits >>= 5n) data = ALPHABET.charAt(Number(bits & 31n)) + data;
  return data + checkCharacter(data);
};

/** As people see it: `XXXX-XXXX-XXXX-C`. */
export const formatCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/**
 * The canonical code (13 characters) in what somebody typed: any case, with spaces and dashes anywhere, O for 0, I and L
 * for 1. Undefined when that is no code or the check character does not fit.
 */
export const parseCode = (text: string): string | undefined => {
  if (text.length > LONGEST_INPUT) return undefined;
  const plain = text
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = valuesOf(plain);
  const isCode = values.length === DATA_LENGTH + 1 && !values.includes(-1) && luhnSum(values, 1) === 0;
  return isCode ? plain : undefined;
};
