import type { ApiError } from '../call.js';

/** Messages of a refused request by the field that they belong to: the last part of the JSON pointer. */
export const fieldErrorsOf = ({ words }: ApiError): Readonly<Record<string, string>> =>
  Object.fromEntries(words.issues.map(({ pointer, message }) => [pointer.split('/').at(-1) ?? '', message]));
