import type { Petition } from '../petition/petition.js';

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
  /**
   * Agencies that held it and gave it away, also where it came back to them, each once, in the order in which they first
   * did; at most 20. Once nobody holds it the last holder is among them.
   */
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

/** Whoever held it and does not any more: a return to the same agency is no change, and once it is over the last one is former. */
const formerOf = ({ hops, task }: Petition): string[] => {
  const held = [...new Set(hops.map(({ to }) => to))];
  const isBack = (id: string): boolean => hops.some(({ from, to }) => from === id && to !== id);
  return held.filter((id) => id !== task?.holder.id || isBack(id)).slice(0, MAX_FORMER);
};

export const auditFactsOf = (petition: Petition): AuditFacts => ({
  lane: petition.lane,
  serviceClass: petition.serviceClass,
  tier: petition.task?.holder.tier ?? petition.outcome?.agencyTier ?? null,
  heldSince: petition.task?.openedAt ?? null,
  formerHolders: formerOf(petition),
  escalations: petition.escalations,
  transfers: petition.hops.filter(({ kind }) => kind === 'transferred' || kind === 'beyond-competence')
    .length,
  reopenings: petition.reopenings,
  undelivered: petition.undelivered,
  isProvisional: petition.promised.resolveBy?.provisional ?? false,
});
