import * as z from 'zod';

// Control characters but tab and line feed; marks that turn the direction of writing; unpaired surrogates.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;
const LINE_CHARACTERS = /[\n\t]/g;

const hasNoControls = (text: string): boolean => !FORBIDDEN.test(text.replace(LINE_CHARACTERS, ''));
const isOneLine = (text: string): boolean => !FORBIDDEN.test(text);
const CONTROLS = { params: { code: 'control-characters' } };

/** Text of several lines: line ends unified, NFC, trimmed, no control characters; bounds count what is kept. */
export const longText = (min: number, max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .normalize('NFC')
    .trim()
    .min(min)
    .max(max)
    .refine(hasNoControls, CONTROLS);

/** Text of one line: NFC, trimmed, no control characters. */
export const lineText = (min: number, max: number) =>
  z.string().normalize('NFC').trim().min(min).max(max).refine(isOneLine, CONTROLS);

/** The secret that is printed on a receipt; as a field of a body, it never stands in an address. */
export const receiptSecretText = () => lineText(1, 80).meta({ description: 'Secret of the receipt' });
