import * as z from 'zod';
import { ValidationError, type InputIssue } from '../../core/errors.js';

type Raw = z.core.$ZodIssue;

/** Objects whose keys the caller chooses: pointers stop there, because a key is input too. */
const OPEN_OBJECTS: ReadonlySet<PropertyKey> = new Set(['conditions']);

const pointerTo = (path: readonly PropertyKey[]): string => {
  const open = path.findIndex((segment) => OPEN_OBJECTS.has(segment));
  const known = open < 0 ? path : path.slice(0, open + 1);
  return known.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
};

const sizeIssue = (raw: Extract<Raw, { code: 'too_small' | 'too_big' }>): Omit<InputIssue, 'pointer'> => {
  const isText = raw.origin === 'string';
  if (raw.code === 'too_small') {
    const min = Number(raw.minimum);
    if (isText && min === 1) return { code: 'required' };
    return { code: isText ? 'too-short' : 'too-small', params: { min } };
  }
  return { code: isText ? 'too-long' : 'too-big', params: { max: Number(raw.maximum) } };
};

const customCode = ({ params }: Extract<Raw, { code: 'custom' }>): string =>
  typeof params?.['code'] === 'string' ? params['code'] : 'not-valid';

/** Without a value nothing else can be said of a field than that it is missing. */
const toIssue = (raw: Raw, input: unknown): Omit<InputIssue, 'pointer'> => {
  const isMismatch = raw.code === 'invalid_value' || raw.code === 'invalid_type';
  if (isMismatch && isAbsent(raw, input)) return { code: 'required' };
  switch (raw.code) {
    case 'too_small':
    case 'too_big':
      return sizeIssue(raw);
    case 'unrecognized_keys':
      return { code: 'unknown-field' };
    case 'invalid_value':
      return { code: 'not-in-list' };
    case 'invalid_type':
      return { code: 'wrong-type' };
    case 'custom':
      return { code: customCode(raw) };
    default:
      return { code: 'not-valid' };
  }
};

const isAbsent = (raw: Raw, input: unknown): boolean => {
  let value = input;
  for (const segment of raw.path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[segment]
        : undefined;
  }
  return value === undefined;
};

const MOST_ISSUES = 20;

/**
 * Parses input from outside.
 * @throws ValidationError with a pointer and a code for each fault; never with what was sent.
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.infer<S> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ValidationError(
    result.error.issues
      .slice(0, MOST_ISSUES)
      .map((raw) => ({ pointer: pointerTo(raw.path), ...toIssue(raw, input) })),
  );
};
