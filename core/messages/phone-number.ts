/** Digits of a number inside Việt Nam, without the leading zero: mobile numbers have nine, landlines ten. */
const MOBILE = /^[35789]\d{8}$/;
const LANDLINE = /^2\d{9}$/;
/** A country's code never begins with 0; at most fifteen digits in all (ITU-T E.164). */
const FOREIGN = /^\+(?!84)[1-9]\d{7,14}$/;

const isVietnamese = (national: string): boolean => MOBILE.test(national) || LANDLINE.test(national);

/** `+84 (0)90…`, `0084 90…`, `84 90…` and `090…` without what stands before the national digits. */
const nationalOf = (digits: string): string => digits.replace(/^(?:\+|00)?84(?=\d{9})0?|^0/, '');

/**
 * A telephone number in E.164 (`+84901234567`), from the forms that people in Việt Nam write: with 0, 84, 0084 or +84 in
 * front, with spaces, dots, hyphens or brackets. Foreign numbers need their `+`. Null for what is none.
 */
export const toE164 = (written: string): string | null => {
  const digits = written.normalize('NFKC').replace(/[\s.()/-]/g, '');
  if (FOREIGN.test(digits)) return digits;
  if (!/^\+?\d{9,15}$/.test(digits)) return null;
  const national = nationalOf(digits);
  return national !== digits && isVietnamese(national) ? `+84${national}` : null;
};

/** Takes text messages: a landline of Việt Nam does not; of a foreign number the gateway must say. */
export const takesMessages = (e164: string): boolean => !/^\+842/.test(e164);
