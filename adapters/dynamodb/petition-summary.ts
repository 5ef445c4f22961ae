import * as z from 'zod';
import { auditFactsOf } from '../../core/audit/audit-facts.js';
import { agencyRefSchema } from '../../core/event-parts.js';
import { lazily } from '../../core/lazily.js';
import { clockStoppedAt, dueAt, type Petition } from '../../core/petition/petition.js';
import { STATUSES } from '../../core/petition/transitions.js';
import type { PetitionSummary } from '../../core/ports/audit.js';
import { parseItem } from './parse-item.js';

const instant = z.iso.datetime({ precision: 3 });
const id = z.string().min(1);

/** Lines from before these were kept answer no question about them until the petition moves again. */
const auditFactsFields = {
  lane: z.enum(['admin', 'party']).default('admin'),
  serviceClass: z.string().default(''),
  tier: z.string().nullable().default(null),
  heldSince: instant.nullable().default(null),
  formerHolders: z.array(z.string()).default([]),
  escalations: z.int().default(0),
  transfers: z.int().default(0),
  reopenings: z.int().default(0),
  undelivered: z.int().default(0),
  isProvisional: z.boolean().default(false),
};

const petitionSummarySchema = lazily(
  () =>
    z.strictObject({
      id,
      code: z.string(),
      category: id,
      status: z.enum(STATUSES),
      provinceId: id,
      unitId: id.nullable(),
      holder: agencyRefSchema().nullable(),
      receivedAt: instant,
      dueAt: instant.nullable(),
      decidedAt: instant.nullable(),
      decidedBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      closedAt: instant.nullable(),
      clockStoppedAt: instant.nullable().default(null),
      ...auditFactsFields,
    }) satisfies z.ZodType<PetitionSummary>,
);

const summaryItemSchema = lazily(() => z.object({ summary: petitionSummarySchema() }));

/** The line of lists that goes with the record into the indexes: under 1 KB. */
export const summaryOf = (petition: Petition): PetitionSummary => ({
  id: petition.id,
  code: petition.code,
  category: petition.category,
  status: petition.status,
  provinceId: petition.provinceId,
  unitId: petition.unitId,
  holder: petition.task?.holder ?? null,
  receivedAt: petition.receivedAt,
  dueAt: dueAt(petition),
  decidedAt: petition.outcome?.at ?? null,
  decidedBy: petition.outcome && { id: petition.outcome.agencyId, name: petition.outcome.agencyName },
  closedAt: petition.closedAt,
  clockStoppedAt: clockStoppedAt(petition),
  ...auditFactsOf(petition),
});

/** Reads the line of a list out of an index item. */
export const parseSummaryItem = (item: unknown): PetitionSummary =>
  parseItem(summaryItemSchema(), item, 'summary').summary;
