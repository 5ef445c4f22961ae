import { agencyOn, type Agency } from '../registry/agency-on.js';
import { foldText } from '../registry/fold-text.js';
import { holdersIn } from '../registry/holder-of.js';
import type { Registry } from '../registry/registry.js';
import { superiorsOf } from '../routing/chain-of.js';
import { superiorOf } from '../routing/superior.js';
import type { LocalDay } from '../time.js';
import type { BODY_RULES } from './sealed-events.js';

/** The function that a province's inspectorate holds in the registry. */
const INSPECTION = 'thanh-tra';
/** A body that is one person: who heads the committee named as its subordinate. */
const HEAD = 'chu-tich';

/** Whom a denunciation is about: agencies of the registry, or a name in the denouncer's words. */
export interface Accused {
  agencies: readonly Agency[];
  /** A free name; empty when an agency was chosen. */
  name: string;
}

export interface Competent {
  body: Agency;
  rule: (typeof BODY_RULES)[number];
}

/** Adds the superior of the day on which it is handed in: whoever headed it then is accused too, not who does later. */
export const withSuperior = (registry: Registry, agency: Agency, day: LocalDay): Agency[] => {
  const above = superiorOf(registry, agency, day);
  return above === null ? [agency] : [agency, above];
};

interface Ask {
  registry: Registry;
  accused: Accused;
  day: LocalDay;
}

/** May a body receive it? Not an accused one, nobody below one, not the person at its head, nobody named. */
export const mayReceive = ({ registry, accused: { agencies, name }, day }: Ask, body: Agency): boolean => {
  const above = new Set(superiorsOf(registry, body, day).map(({ id }) => id));
  const isTheirs = agencies.some(
    (each) =>
      each.id === body.id ||
      above.has(each.id) ||
      (body.version.kind === HEAD && superiorOf(registry, each, day)?.id === body.id),
  );
  return !isTheirs && !isNamed(name, body);
};

/** Short forms and titles are many: whoever speaks of an inspectorate may mean this one. */
const isNamed = (name: string, body: Agency): boolean => {
  const words = ` ${foldText(name)} `;
  const isInspection = ` ${foldText(body.name)} `.includes(' thanh tra ');
  return words.includes(` ${foldText(body.name)} `) || (isInspection && words.includes(' thanh tra '));
};

/** Titles at the head of a district or below; any other chairman may be that of the province, under whom everybody stands. */
const LOWER_TIERS =
  / (?:phuong|xa|thi tran|dac khu|quan|huyen|thi xa|thanh pho thuoc|hoi|hop tac xa|cong ty) /;

const mayNameHead = (name: string): boolean => {
  const words = ` ${foldText(name)} `;
  return words.includes(' chu tich ') && !LOWER_TIERS.test(words);
};

/** Whom nobody of the registry is named for: the inspectorate, else the head of the province. */
const forFreeName = (ask: Ask, head: Agency | null, inspection: Agency | undefined): Competent | null => {
  if (mayNameHead(ask.accused.name)) return null;
  if (inspection !== undefined) return { body: inspection, rule: 'inspection' };
  return head !== null && mayReceive(ask, head) ? { body: head, rule: 'province' } : null;
};

/** Is it the government of the province: its head, or what stands directly under it? */
const isProvince = ({ registry, day }: Ask, body: Agency, head: Agency | null): boolean =>
  head !== null && (body.id === head.id || superiorOf(registry, body, day)?.id === head.id);

/**
 * Who receives a denunciation on a day: the nearest superior that is not accused itself; where that is the government of
 * the province, its inspectorate if the registry has one. For a free name: the inspectorate, else the head of the province.
 * Null when nobody here stands above those accused: it belongs to a body outside the province.
 */
export const competentBody = (
  registry: Registry,
  accused: Accused,
  { provinceId, day }: { provinceId: string; day: LocalDay },
): Competent | null => {
  const ask: Ask = { registry, accused, day };
  const may = (body: Agency) => mayReceive(ask, body);
  const head = agencyOn(registry, registry.lastOwner.replace('{province}', provinceId), day);
  const inspection = holdersIn(registry, INSPECTION, { provinceId, day }).find(may);
  const [first] = accused.agencies;
  if (first === undefined) return forFreeName(ask, head, inspection);
  const superior = superiorsOf(registry, first, day).find(may);
  if (superior === undefined) return null;
  return inspection !== undefined && isProvince(ask, superior, head)
    ? { body: inspection, rule: 'inspection' }
    : { body: superior, rule: 'superior' };
};
