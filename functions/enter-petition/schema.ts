import * as z from 'zod';
import { agencyId, CHANNELS, OPERATOR_FIELDS, SubmitBodySchema } from '../submit-petition/schema.js';

/** The public intake's body and what the desk knows besides. */
export const EnterBodySchema = SubmitBodySchema.safeExtend({
  channel: z.enum(CHANNELS).default('counter'),
  receivedBy: agencyId.optional().meta({
    description: 'Agency whose leaders received it: it starts at their tier',
    example: 'ubnd-huyen/d:770@0',
  }),
  addressee: agencyId.optional().meta({
    description: 'Agency written to; in the Party lane only',
    example: 'dang-uy-xa/w:27157@0',
  }),
}).meta({ id: 'PetitionEntry', description: 'Give exactly one of `unit` and `point`.' });

/** Fields of the desk that this release does not honour: refused by name, never dropped. */
export const NOT_YET_TAKEN = OPERATOR_FIELDS.filter((field) => !Object.hasOwn(EnterBodySchema.shape, field));
