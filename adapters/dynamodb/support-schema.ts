import * as z from 'zod';
import { agencyRefSchema } from '../../core/event-parts.js';
import { lazily } from '../../core/lazily.js';
import { deadlineRefSchema } from '../../core/petition/deadline-ref.js';
import type { SiteVisit } from '../../core/petition/petition.js';
import { SUPPORT_END_KINDS, SUPPORT_HOP_KINDS, type SupportTask } from '../../core/petition/support.js';
import { SUPPORT_ENDS, SUPPORT_THREAD, supportAssignmentSchema } from '../../core/petition/support-events.js';

const instant = z.iso.datetime({ precision: 3 });

/** A support task in the stored record of its petition. */
export const supportSchema = lazily(
  () =>
    supportAssignmentSchema().extend({
      thread: z.string().regex(SUPPORT_THREAD),
      no: z.int(),
      seq: z.int(),
      requestedBy: agencyRefSchema(),
      requestedAt: instant,
      openedAt: instant,
      acceptedAt: instant.nullable(),
      remindedFor: instant.nullable(),
      overdueReminders: z.int(),
      escalations: z.int(),
      notes: z.int(),
      // Absent in records that were written before a support task could be passed on or extended.
      transfers: z.int().default(0),
      extensionRequests: z.int().default(0),
      extensionRequest: z
        .strictObject({ seq: z.int(), at: instant, until: deadlineRefSchema() })
        .nullable()
        .default(null),
      hops: z.array(
        z.strictObject({ at: instant, kind: z.enum(SUPPORT_HOP_KINDS), to: z.string(), toName: z.string() }),
      ),
      ended: z
        .strictObject({
          at: instant,
          because: z.enum([...SUPPORT_END_KINDS, ...SUPPORT_ENDS]),
          seq: z.int(),
        })
        .nullable(),
    }) satisfies z.ZodType<SupportTask>,
);

/** The latest site visit in the stored record. */
export const visitSchema = lazily(
  () =>
    z.strictObject({
      startsAt: instant,
      endsAt: instant,
      sequence: z.int(),
      seq: z.int(),
    }) satisfies z.ZodType<SiteVisit>,
);
