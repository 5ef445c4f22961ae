import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createPetitionCode, formatCode, parseCode } from '../../../core/codes/petition-code.js';

const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const codes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(createPetitionCode);
const characters = fc.constantFrom(...ALPHABET);

const swapAt = (code: string, i: number): string =>
  code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2);

describe('a petition code', () => {
  it('is 60 of the random bits and a check character', () => {
    expect(createPetitionCode(new Uint8Array(8))).toBe('0000000000000');
    expect(createPetitionCode(new Uint8Array(8).fill(255)).slice(0, 12)).toBe('ZZZZZZZZZZZZ');
    expect(createPetitionCode(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1)).slice(0, 12)).toBe('000000000001');
  });

  /** Worked out by hand: values 1, 2, …, 12, doubled from the right: 1+4+3+8+5+12+7+16+9+20+11+24 = 120; 128 - 120 = 8. */
  it('has the check character of Luhn mod 32', () => {
    const bits = Array.from({ length: 12 }, (_, i) => BigInt(i + 1)).reduce(
      (sum, value) => (sum << 5n) | value,
      0n,
    );
    const bytes = Uint8Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(8 * (7 - i))) & 255n));
    expect(createPetitionCode(bytes)).toBe('123456789ABC8');
  });

  it('needs eight bytes', () => {
    expect(() => createPetitionCode(new Uint8Array(7))).toThrow(RangeError);
  });

  it('uses every character at every place', () => {
    const seen = Array.from({ length: 12 }, () => new Set<string>());
    for (let value = 0; value < 32; value++) {
      const bits = Array.from({ length: 12 }).reduce<bigint>((sum) => (sum << 5n) | BigInt(value), 0n);
      const bytes = Uint8Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(8 * (7 - i))) & 255n));
      Array.from(createPetitionCode(bytes).slice(0, 12)).forEach((character, i) => seen[i]!.add(character));
    }
    expect(seen.every((set) => set.size === 32)).toBe(true);
  });

  test.prop([codes])('is shown in groups and read back', (code) => {
    expect(code).toHaveLength(13);
    expect(formatCode(code)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(parseCode(formatCode(code))).toBe(code);
  });

  test.prop([
    codes,
    fc.array(fc.constantFrom('', ' ', '-', '–', '\u00a0'), { minLength: 13, maxLength: 13 }),
  ])('is read as people type it', (code, gaps) => {
    const typed = Array.from(code, (character, i) => character + gaps[i]!).join('');
    expect(parseCode(typed)).toBe(code);
    expect(parseCode(typed.toLowerCase())).toBe(code);
    expect(parseCode(typed.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
    expect(parseCode(typed.replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(code);
  });

  test.prop([codes, fc.nat(12), characters])('with one wrong character is refused', (code, i, character) => {
    fc.pre(code.charAt(i) !== character);
    expect(parseCode(code.slice(0, i) + character + code.slice(i + 1))).toBeUndefined();
  });

  test.prop([codes, fc.nat(11)])('with two neighbours swapped is refused, but for 0 and Z', (code, i) => {
    const pair = [code.charAt(i), code.charAt(i + 1)].sort().join('');
    fc.pre(code.charAt(i) !== code.charAt(i + 1));
    expect(parseCode(swapAt(code, i))).toBe(pair === '0Z' ? swapAt(code, i) : undefined);
  });

  it('misses exactly the swap of 0 and Z, at each of the twelve places: 1 pair of 496', () => {
    for (let place = 0; place < 12; place++) {
      const missed = new Set<string>();
      for (const a of ALPHABET)
        for (const b of ALPHABET) {
          if (a >= b) continue;
          const digits = '7'.repeat(place) + a + b + '7'.repeat(11 - place);
          // Bring the sum to zero with a place outside the pair, so that the check character itself may be swapped too.
          const free = place >= 6 ? 0 : 12;
          const code = ALPHABET.map((filler) => digits.slice(0, free) + filler + digits.slice(free + 1)).find(
            (candidate) => parseCode(candidate) !== undefined,
          )!;
          if (parseCode(swapAt(code, place)) !== undefined) missed.add(a + b);
        }
      expect([...missed]).toEqual(['0Z']);
    }
  });

  test.prop([fc.oneof(fc.string(), fc.string({ unit: characters, minLength: 13, maxLength: 13 }))])(
    'is never read from another text without its check',
    (text) => {
      const read = parseCode(text);
      expect(read === undefined || parseCode(read) === read).toBe(true);
    },
  );

  it.each(['', '0000', '0000000000000 0', 'UUUUUUUUUUUUU', 'đ000000000000', ' '.repeat(100)])(
    'is not %j',
    (text) => {
      expect(parseCode(text)).toBeUndefined();
    },
  );
});
