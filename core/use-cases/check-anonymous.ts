import type { InputIssue } from '../errors.js';
import { isAnonymous } from '../petition/anonymous.js';
import type { Registers } from '../ports/registers.js';
import type { Submission } from './submission.js';

/**
 * What is wrong with a petition whose submitter gives no name: the city does not take such ones, or somebody is named in
 * it after all.
 */
export const checkAnonymous = async (
  registers: Pick<Registers, 'takesAnonymous'>,
  { file }: Submission,
  provinceId: string,
): Promise<InputIssue[]> => {
  if (!isAnonymous(file.submitter.kind)) return [];
  const named = (['onBehalfOf', 'representatives'] as const).filter((field) => file[field] !== undefined);
  return [
    ...((await registers.takesAnonymous(provinceId))
      ? []
      : [{ pointer: '/submitter/kind', code: 'anonymous-not-taken' }]),
    ...named.map((field) => ({ pointer: `/${field}`, code: 'anonymous-contact' })),
  ];
};
