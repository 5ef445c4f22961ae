import { isValidOn, localDayOf, type Instant } from '../time.js';
import { foldQuery, foldText } from './fold-text.js';
import { fullName } from './unit-name.js';
import type { FoldedUnit, UnitNames } from './unit-names.js';
import type { Unit } from './unit.js';

export interface SearchAsk {
  at: Instant;
  /** Province of any period; units of its whole chain are found. */
  provinceId?: string | undefined;
  /** At most 50. */
  limit: number;
  /** Also units that have ended by then, after those in force. */
  includeFormer?: boolean | undefined;
}

export interface FoundUnit {
  id: string;
  /** "Phường Thới An, Quận 12, Thành phố Hồ Chí Minh". */
  name: string;
  /** In force on the day; a former unit is followed by its lineage when it is used. */
  isCurrent: boolean;
}

const MAX_RESULTS = 50;

/** The last word may be unfinished; the others, and numbers, are whole. */
const matches = ({ words }: FoldedUnit, query: readonly string[]): boolean =>
  query.every((word, i) => {
    const mayGoOn = i === query.length - 1 && !/^\d+$/.test(word);
    return words.some((each) => (mayGoOn ? each.startsWith(word) : each === word));
  });

/** Lower is better: the whole own name, its beginning, anything else. */
const rank = ({ own, unit }: FoldedUnit, query: readonly string[]): number => {
  const text = query.join(' ');
  const bare = text.replace(foldText(unit.kind), '').trim();
  if (own.some((name) => name === text || name === bare)) return 0;
  return own.some((name) => text.startsWith(name) || bare.startsWith(name) || name.startsWith(bare)) ? 1 : 2;
};

/** Wards by name, without accents, case or place of the tone mark. Never more than a proposal: the id decides. */
export const searchUnits = (names: UnitNames, text: string, ask: SearchAsk): FoundUnit[] => {
  const query = foldQuery(text);
  if (query.length === 0) return [];
  const day = localDayOf(ask.at);
  const partition = ask.provinceId === undefined ? undefined : names.partitionOf(ask.provinceId);
  const isWanted = (unit: Unit) =>
    (isValidOn(unit, day) || (ask.includeFormer === true && unit.validTo !== null && unit.validTo <= day)) &&
    (ask.provinceId === undefined || names.partitionOf(unit.id) === partition);
  const order = (found: FoldedUnit) => rank(found, query) + (isValidOn(found.unit, day) ? 0 : 0.5);
  return names
    .folded()
    .filter((each) => matches(each, query) && isWanted(each.unit))
    .map((each) => ({ each, order: order(each), name: fullName(names, each.unit) }))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'vi'))
    .slice(0, Math.min(ask.limit, MAX_RESULTS))
    .map(({ each, name }) => ({ id: each.unit.id, name, isCurrent: isValidOn(each.unit, day) }));
};
