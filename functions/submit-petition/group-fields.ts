import * as z from 'zod';
import { GROUP_RULES, MOST_PEOPLE } from '../../core/petition/group-petition.js';
import type { Person } from '../../core/ports/vault.js';
import type { Submission } from '../../core/use-cases/submission.js';
import { lineText } from '../middleware/text-fields.js';

const { fewestPeople, fewPeople, representativesOfFew, representativesOfMany } = GROUP_RULES;

/** Somebody named beside the submitter. */
export const personOf = <Phone extends z.ZodType<string>>(phone: Phone) =>
  z.strictObject({ name: lineText(1, 120), phone: phone.optional() });

/** How many hand it in together, and who speaks for them. */
export const groupFields = <Phone extends z.ZodType<string>>(phone: Phone) => ({
  people: z
    .number()
    .int()
    .min(1)
    .max(MOST_PEOPLE)
    .optional()
    .meta({
      description: `How many people hand it in together; on the public channel of a people-group only, ${fewestPeople} or more`,
    }),
  representatives: z
    .array(personOf(phone))
    .min(1)
    .max(representativesOfMany)
    .optional()
    .meta({
      description: `With ${fewestPeople} to ${fewPeople} people at most ${representativesOfFew}, with more at most ${representativesOfMany}. On the public channel the first one is the contact`,
    }),
});

/**
 * A group's submission: who speaks for it goes to the vault's file, how many it is to the event. The first representative is
 * the contact: told and asked for all, by the submitter's mail and phone, or by that person's own phone.
 */
export const withGroup = (
  submission: Submission,
  {
    people,
    representatives,
  }: {
    people?: number | undefined;
    representatives?: { name: string; phone?: string | undefined }[] | undefined;
  },
): Submission => {
  const { file } = submission;
  const named = representatives?.map(({ name, phone }, i): Person => ({
    name,
    phone: phone ?? null,
    ...(i === 0 && { isContact: true as const }),
  }));
  return {
    ...submission,
    ...(people !== undefined && { entered: { people } }),
    file: {
      ...file,
      ...(named !== undefined && {
        representatives: named,
        submitter: { ...file.submitter, phone: file.submitter.phone ?? named[0]?.phone ?? null },
      }),
    },
  };
};
