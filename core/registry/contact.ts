import * as z from 'zod';
import { CONTACT_ID } from './contact-role.js';
import { DaySchema } from './validity.js';

/** Who gets the mails of an agency. Not part of a release: imported, confirmed and audited apart. */
export const ContactRowSchema = z.strictObject({
  agency: z.string().min(2).max(80),
  /** `main`, `alternate`, `head`, or a colleague or an office with its number. */
  role: z.string().regex(CONTACT_ID),
  name: z.string().min(1).max(120),
  position: z.string().min(1).max(160),
  email: z.email().max(200),
  /** Empty until the mailbox has answered the confirmation mail. */
  verifiedOn: z.union([DaySchema, z.literal('')]),
});
export type ContactRow = z.infer<typeof ContactRowSchema>;

export const CONTACT_COLUMNS = ['agency', 'role', 'name', 'position', 'email', 'verifiedOn'] as const;
