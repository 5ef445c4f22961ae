import type { AgencyRef } from '../event-parts.js';
import type { Jurisdiction, PetitionFacts, Routed } from '../petition/jurisdiction.js';
import { agencyOn, splitAgencyId, type Agency } from '../registry/agency-on.js';
import type { Tier } from '../registry/agency.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, type Instant } from '../time.js';
import { aboveAccused } from './agency-expression.js';
import { commonSuperiorOf, subordinatesOf } from './chain-of.js';
import { holderEnd } from './agency-as-of.js';
import { nextAuthority, type NextAuthority } from './next-authority.js';
import { peersOf } from './peers-of.js';
import { provincialBody, type Site } from './place.js';
import { provinceOn } from './province-on.js';
import { openCase, resolveJurisdiction } from './resolve-jurisdiction.js';
import { isPolitical } from './rule-lead.js';
import { openConditions } from './rules-on.js';
import { competentByHeir } from './rule-heir.js';
import { onlySuccessor, successorFor } from './successor-for.js';
import { superiorOf } from './superior.js';
import { tenureEndOf } from './tenure-end.js';
import { toRef, type Matter, type Missing, type Verdict } from './verdict.js';

interface Desk {
  registry: Registry;
  facts: PetitionFacts;
  at: Instant;
}

const START_TIERS: Record<string, Tier> = { xa: 'xa', huyen: 'huyen', tinh: 'tinh' };

const agencyNamed = ({ registry, at }: Desk, id: string | null): Agency | null =>
  id === null ? null : agencyOn(registry, id, localDayOf(at));

/** The agency complained about, or who has taken over everything from it: the same people behind a new sign. */
const accusedId = (desk: Desk): string | null => {
  const { against } = desk.facts;
  if (against === null) return null;
  const now = agencyNamed(desk, against) ?? onlySuccessor(desk.registry, against, localDayOf(desk.at));
  return now?.id ?? against;
};

/** A matter for the Party and the Front is theirs whatever it is about. */
const categoryFor = ({ registry, facts }: Desk): string => {
  const category = registry.category(facts.category);
  if (facts.lane !== 'party' || category?.lane === 'party') return facts.category;
  return registry.categories().find(({ lane }) => lane === 'party')?.code ?? facts.category;
};

const matterOf = (desk: Desk): Matter => {
  const { facts } = desk;
  const received =
    agencyNamed(desk, facts.receivedBy) ??
    (facts.lane === 'party' ? agencyNamed(desk, facts.addressee) : null);
  return {
    category: categoryFor(desk),
    conditions: facts.conditions,
    place: facts.unitId === null ? {} : { unit: facts.unitId },
    startTier: received === null ? null : (START_TIERS[received.version.tier] ?? null),
    against: accusedId(desk),
  };
};

const provinceSite = ({ registry, facts, at }: Desk): Site => {
  const day = localDayOf(at);
  const province = provinceOn(registry, facts.provinceId, day);
  if (province === null) throw new RangeError(`no such province: ${facts.provinceId}`);
  return { day, province, ward: null, district: null };
};

const routed = (
  { registry, at }: Desk,
  lead: AgencyRef,
  rest: Omit<Routed, 'holder' | 'holderValidTo' | 'isLastOwner'>,
): Routed => ({
  holder: lead,
  holderValidTo: holderEnd(registry, lead.id, at),
  isLastOwner: splitAgencyId(lead.id).baseId === splitAgencyId(registry.lastOwner).baseId,
  ...rest,
});

const own = (id: string, reason: string): Routed['rule'] => ({ id, basis: '', status: 'assumed', reason });

const toDesk = (desk: Desk, { question }: Pick<Missing, 'question'>): Routed => {
  const { registry } = desk;
  const site = provinceSite(desk);
  const against = accusedId(desk);
  const usual = provincialBody(registry, registry.triageDesk, site);
  const sorter = usual.id === against ? aboveAccused({ registry, site, against }, usual) : usual;
  return routed(desk, toRef(sorter), { support: [], rule: own('triage', question), isTriage: true });
};

const toRouted = (desk: Desk, verdict: Verdict): Routed => {
  if (verdict.kind === 'missing') return toDesk(desk, verdict);
  const { lead, support, rule, basis, status, reason } = verdict;
  return routed(desk, lead, { support, rule: { id: rule, basis, status, reason }, isTriage: false });
};

const toNext = (desk: Desk, next: NextAuthority): Routed => {
  if (next.kind !== 'top') return toRouted(desk, next);
  const reason = `${next.lead.name} là cấp cuối cùng: tiếp tục giữ hồ sơ và được nhắc mỗi ngày làm việc.`;
  // Also where only the one complained about would stand above: whoever keeps it is reminded, not asked again and again.
  const top = { support: [], rule: own('last-owner', reason), isTriage: false };
  return { ...routed(desk, next.lead, top), isLastOwner: true };
};

/** The agency complained about is passed over: it does not hear of the petition by standing above somebody. */
const superiorNamed = (desk: Desk, agencyId: string): AgencyRef | null => {
  const day = localDayOf(desk.at);
  const agency = agencyNamed(desk, agencyId);
  const above = agency === null ? null : superiorOf(desk.registry, agency, day);
  if (above === null) return null;
  const free = above.id === accusedId(desk) ? superiorOf(desk.registry, above, day) : above;
  return free && toRef(free);
};

const commonSuperior = (desk: Desk, agencyIds: readonly string[]): Routed | null => {
  const where = { day: localDayOf(desk.at), against: accusedId(desk) };
  const above = commonSuperiorOf(desk.registry, agencyIds, where);
  if (above === null) return null;
  const reason = `${above.name} là cấp trên chung của các đơn vị đã chuyển kiến nghị cho nhau và quyết định đơn vị giải quyết.`;
  return routed(desk, toRef(above), { support: [], rule: own('arbitration', reason), isTriage: false });
};

const subordinates = (desk: Desk, superiorId: string, also: readonly string[]): AgencyRef[] => {
  const superior = agencyNamed(desk, superiorId);
  if (superior === null) return [];
  const below = subordinatesOf(desk.registry, superior, { site: siteFor(desk), also });
  return below.filter(({ id }) => id !== accusedId(desk)).map(toRef);
};

/** A Party or Front body that was written to keeps what is meant for it. */
const addressed = (desk: Desk): Routed | null => {
  if (desk.facts.lane !== 'party') return null;
  const agency = agencyNamed(desk, desk.facts.addressee);
  if (agency === null || !isPolitical(agency) || agency.id === accusedId(desk)) return null;
  const reason = `${agency.name} là nơi được gửi đến; ghi nhận và theo dõi, không tính thời hạn của Ủy ban nhân dân.`;
  return routed(desk, toRef(agency), { support: [], rule: own('addressee', reason), isTriage: false });
};

const openQuestions = (desk: Desk): { key: string; question: string }[] => {
  const opened = openCase(desk.registry, matterOf(desk), desk.at);
  return 'kind' in opened ? [] : openConditions(desk.registry, opened.rules, desk.facts);
};

const siteFor = (desk: Desk): Site => {
  const opened = openCase(desk.registry, matterOf(desk), desk.at);
  if (!('kind' in opened)) return opened.scene.site;
  return provinceSite(desk);
};

const namedAgency = (desk: Desk, agencyId: string): Routed | null => {
  const agency = agencyNamed(desk, agencyId);
  if (agency === null || agency.id === accusedId(desk)) return null;
  const reason = `Được chuyển đến ${agency.name} theo quyết định của cơ quan đang giữ hồ sơ.`;
  return routed(desk, toRef(agency), { support: [], rule: own('named', reason), isTriage: false });
};

/** An agency that is still there has lost the function: then whoever has it. Else whoever follows the agency. */
const successorOf = (desk: Desk, { holder, ruleId }: Parameters<Jurisdiction['successor']>[1]): Verdict => {
  const { registry, facts, at } = desk;
  const matter = matterOf(desk);
  if (ruleId === null || agencyNamed(desk, holder.id) === null)
    return successorFor(registry, matter, { agencyId: holder.id, at });
  const ruled = { matter, provinceId: facts.provinceId, ruleId };
  return competentByHeir(registry, ruled, at) ?? resolveJurisdiction(registry, matter, at);
};

/** The registry of a province as the petition's rules need it; `release` names the data that answer. */
export const jurisdictionOf = (registry: Registry, release: string): Jurisdiction => {
  const desk = (facts: PetitionFacts, at: Instant): Desk => ({ registry, facts, at });
  return {
    release,
    first: (facts, at) => {
      const asked = desk(facts, at);
      return addressed(asked) ?? toRouted(asked, resolveJurisdiction(registry, matterOf(asked), at));
    },
    next: (facts, holder, ask) => {
      const asked = desk(facts, ask.at);
      return toNext(asked, nextAuthority(registry, matterOf(asked), { from: holder.id, ...ask }));
    },
    tenureEnd: (facts, tenure) => {
      const matter = matterOf(desk(facts, tenure.since));
      return tenureEndOf(registry, { tenure, matter, provinceId: facts.provinceId });
    },
    successor: (facts, tenure, at) => {
      const asked = desk(facts, at);
      return toRouted(asked, successorOf(asked, tenure));
    },
    named: (facts, agencyId, at) => namedAgency(desk(facts, at), agencyId),
    superior: (facts, agencyId, at) => superiorNamed(desk(facts, at), agencyId),
    commonSuperior: (facts, agencyIds, at) => {
      const asked = desk(facts, at);
      const above = commonSuperior(asked, agencyIds);
      if (above !== null) return above;
      const ask = { from: agencyIds[0] ?? '', at, why: 'late' } as const;
      return toNext(asked, nextAuthority(registry, matterOf(asked), ask));
    },
    subordinates: (facts, superior, { at, also }) => subordinates(desk(facts, at), superior.id, also),
    peers: (facts, holder, at) => {
      const asked = desk(facts, at);
      const agency = agencyNamed(asked, holder.id);
      const peers = agency === null ? [] : peersOf(registry, agency, siteFor(asked));
      return peers.filter(({ id }) => id !== accusedId(asked)).map(toRef);
    },
    openQuestions: (facts, at) => openQuestions(desk(facts, at)),
  };
};
