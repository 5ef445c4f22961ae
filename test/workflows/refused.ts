import { ValidationError } from '../../core/errors.js';

/** Codes of the faults of a refused form; empty where it was taken. Any other error is thrown on. */
export const refused = async (attempt: Promise<unknown>): Promise<string[]> => {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
};
