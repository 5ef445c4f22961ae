import * as z from 'zod';
import { day, instant } from '../middleware/schema-parts.js';
import { lineText, longText } from '../middleware/text-fields.js';
import { groupFields, personOf } from '../submit-petition/group-fields.js';
import { agencyId, CHANNELS, deskSubmitter, phone, DeskBodySchema } from '../submit-petition/schema.js';

const EXTERNAL_REF = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
/** A phone number or one of an identity card (9 or 12 digits): kept in no place but the vault. */
const PERSONAL_NUMBER = /(?<!\d)(0\d{9}|\d{9}|\d{12})(?!\d)/;

const person = personOf(phone);

/** What the desk may say of each matter, one by one or at a meeting. */
export const ENTERED_FIELDS = {
  submitter: deskSubmitter,
  addressee: agencyId.optional().meta({
    description: 'Agency written to; in the Party lane only',
    example: 'dang-uy-xa/w:27157@0',
  }),
  onBehalfOf: person.optional().meta({ description: 'For whom the submitter speaks' }),
  ...groupFields(phone),
  externalRef: lineText(1, 60)
    .refine((text) => EXTERNAL_REF.test(text) && !PERSONAL_NUMBER.test(text), {
      params: { code: 'external-ref' },
    })
    .optional()
    .meta({ description: 'Id of the matter in another system', example: '1022-2024/00871' }),
  followUpOn: day.optional().meta({
    description: 'Party lane only: the day on which the leader wants to hear of it',
    example: '2024-12-25',
  }),
};

/** Agency whose leaders received it. */
export const receivedBy = agencyId.optional().meta({
  description: 'Agency whose leaders received it: it starts at their tier',
  example: 'ubnd-huyen/d:770@0',
});

export const receivedAtReason = longText(5, 300)
  .optional()
  .meta({ description: 'Why it is entered later than it was received' });

/** The public intake's body and what the desk knows besides. */
export const EnterBodySchema = DeskBodySchema.safeExtend({
  ...ENTERED_FIELDS,
  channel: z.enum(CHANNELS).default('counter'),
  receivedBy,
  receivedAt: instant.optional().meta({
    description: 'Legal receipt, at most 30 days before the entry; asks for a reason',
  }),
  receivedAtReason,
}).meta({ id: 'PetitionEntry', description: 'Give exactly one of `unit` and `point`.' });
export type EnterBody = z.infer<typeof EnterBodySchema>;
