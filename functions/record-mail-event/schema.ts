import * as z from 'zod';
import type { MailEvent } from '../../core/use-cases/record-mail-event.js';

/** A tag of a mail: SES gives a list of values for each. */
const tag = <Value extends z.ZodType>(value: Value) => z.tuple([value]).transform(([only]) => only);

const about = {
  petitionId: tag(z.uuid()),
  noticeId: tag(z.string().regex(/^\d{6}-\d{1,3}$/)),
  contactId: tag(z.string().min(1).max(120)),
  mailedAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
};

/** What the rules on the event bus leave of a report (infra/constructs/mail-events.ts): no address, no subject. */
const ReportSchema = z.discriminatedUnion('report', [
  z.strictObject({ ...about, report: z.literal('Delivery') }),
  z.strictObject({ ...about, report: z.literal('Complaint') }),
  z.strictObject({ ...about, report: z.literal('Reject') }),
  z.strictObject({
    ...about,
    report: z.literal('Bounce'),
    bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
  }),
]);

const failureOf = (report: z.infer<typeof ReportSchema>): MailEvent['failure'] => {
  switch (report.report) {
    case 'Delivery':
      return null;
    case 'Bounce':
      return { reason: 'bounce', bounceType: report.bounceType };
    case 'Complaint':
      return { reason: 'complaint', bounceType: null };
    case 'Reject':
      return { reason: 'rejected', bounceType: null };
  }
};

/** Reads a message's body. @throws ZodError or SyntaxError for anything else. */
export const parseMailEvent = (body: string): MailEvent => {
  const report = ReportSchema.parse(JSON.parse(body));
  const { petitionId, noticeId, contactId, mailedAt } = report;
  return { petitionId, noticeId, contactId, mailedAt, failure: failureOf(report) };
};
