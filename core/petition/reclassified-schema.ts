import * as z from 'zod';
import { assignmentSchema, promisedSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { supportDuesSchema } from './recount-schema.js';

const id = z.string().min(1).max(120);

/** What kind of matter it is, and which terms that gives. */
const classification = () => ({
  category: id,
  conditions: z.record(z.string().max(40), z.boolean()),
  serviceClass: id,
  lane: z.enum(['admin', 'party']),
});

/**
 * `PetitionReclassified`. Classified anew by its content. Another lead has the task (`assignment`), or the same holder
 * goes on with it under other terms (`kept`): exactly one of the two.
 */
export const petitionReclassifiedSchema = lazily(() =>
  z.strictObject({
    taskNo: z.number().int(),
    text: textRefSchema(),
    from: z.strictObject(classification()),
    ...classification(),
    assignment: assignmentSchema().nullable(),
    kept: assignmentSchema()
      .pick({ support: true, rule: true, acceptBy: true, resolveBy: true, followUpAt: true })
      .nullable(),
    promised: promisedSchema(),
    /** Supporters whose day would have come after the lead's new one; absent where none did. */
    supports: supportDuesSchema().optional(),
  }),
);
