import { formerHolders, type Petition } from '../petition/petition.js';

/** Longest list of former holders in a line of a list: twice what transfers, escalations and directions allow. */
const MAX_FORMER = 20;

/** What auditors narrow a list down by, besides state, dates and places. Nothing about persons. */
export interface AuditFacts {
  lane: Petition['lane'];
  serviceClass: string;
  /** Tier of the holder, or of who decided once it is over; null where nobody did. */
  tier: string | null;
  /** When the present holder got it; null when nobody holds it. */
  heldSince: string | null;
  /** Agencies that held it before the present one, each once, in the order in which they first did; at most 20. */
  formerHolders: string[];
  escalations: number;
  /** Hops by which one agency handed it to another: transfers, and matters beyond competence. */
  transfers: number;
  reopenings: number;
  /** Mails and messages that came back. */
  undelivered: number;
  /** Its deadline was counted over a year without a final calendar. */
  isProvisional: boolean;
}

export const auditFactsOf = (petition: Petition): AuditFacts => ({
  lane: petition.lane,
  serviceClass: petition.serviceClass,
  tier: petition.task?.holder.tier ?? petition.outcome?.agencyTier ?? null,
  heldSince: petition.task?.openedAt ?? null,
  formerHolders: [...new Set(formerHolders(petition))].slice(0, MAX_FORMER),
  escalations: petition.escalations,
  transfers: petition.hops.filter(({ kind }) => kind === 'transferred' || kind === 'beyond-competence')
    .length,
  reopenings: petition.reopenings,
  undelivered: petition.undelivered,
  isProvisional: petition.promised.resolveBy?.provisional ?? false,
});
