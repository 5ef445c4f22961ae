import * as z from 'zod';
import { lazily } from '../lazily.js';
import { MESSAGE_CHANNELS } from '../messages/channel.js';
import { ALL_CONTACT_ROLES, DESK_ROLES } from '../registry/contact-role.js';
import { NOTICE_KINDS } from './notice-kinds.js';

const id = z.string().min(1).max(120);

/**
 * What follows when a mail did not arrive: the next contact of the agency gets it; nobody is left there, so the superior
 * is told, and a person; the resident is reached by telephone; a person takes over; or nothing, because the mail has no
 * purpose any more.
 */
const followUp = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('next-contact'), contactId: id, role: z.enum(DESK_ROLES) }),
    z.strictObject({ kind: z.literal('superior'), agencyId: id }),
    z.strictObject({ kind: z.literal('message') }),
    z.strictObject({ kind: z.literal('worklist') }),
    z.strictObject({ kind: z.literal('none') }),
  ]);

/** Data of the event `NoticeUndelivered`. */
export const undeliveredSchema = lazily(() =>
  z.strictObject({
    noticeId: z.string().max(40),
    kind: z.enum(NOTICE_KINDS),
    /** Event that promised the mail. */
    promisedBy: z.number().int().positive(),
    taskNo: z.number().int().nullable(),
    /** Absent in mails that are not about a support task. */
    thread: z.string().max(20).optional(),
    to: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('agency'),
        agencyId: id,
        /** Null when no contact of the agency was left to be tried. */
        contactId: id.nullable(),
        role: z.enum(ALL_CONTACT_ROLES),
      }),
      z.strictObject({ kind: z.literal('resident') }),
    ]),
    /** `failed`, `expired`: a message to a telephone, as the gateway says. */
    reason: z.enum(['bounce', 'complaint', 'rejected', 'no-address', 'failed', 'expired']),
    /** As the mail service names it; null for the other reasons. */
    bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']).nullable(),
    /** By which way a message to a telephone went; absent for mails. */
    channel: z.enum(MESSAGE_CHANNELS).optional(),
    followUp: followUp(),
  }),
);
