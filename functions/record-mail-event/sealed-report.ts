import * as z from 'zod';
import { SEALED_NOTICE } from '../../core/sealed/sealed-notice.js';

const SealedReportSchema = z.looseObject({
  petitionId: z.tuple([z.uuid()]),
  noticeId: z.tuple([z.literal(SEALED_NOTICE)]),
  report: z.enum(['Delivery', 'Complaint', 'Reject', 'Bounce']),
});

/**
 * A report of a mail about a denunciation: told to the log only. Its file is not this function's business, and nothing of
 * the lane goes to work lists or other contacts. Null for every other report.
 */
export const sealedReportIn = (body: string): { fileId: string; report: string } | null => {
  const parsed = SealedReportSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return null;
  const [fileId] = parsed.data.petitionId;
  return { fileId, report: parsed.data.report };
};
