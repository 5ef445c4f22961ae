import {
  MOST_PRECEDENTS,
  needsPoint,
  precedentIn,
  precedentKeyOf,
  suggestionsOf,
  type Suggestions,
} from '../petition/desk-precedent.js';
import type { Happening } from '../events.js';
import type { Petition } from '../petition/petition.js';
import type { CategoryChoice } from '../ports/registers.js';
import type { DeskPrecedents } from '../ports/precedents.js';
import type { ResidentFile, Vault } from '../ports/vault.js';
import type { ChangeContext, PlannedChange } from './change-petition.js';

/** Under what the desk's decision is kept, and nothing for any other; the vault is opened only where the point says it. */
export const precedentOf = async (
  { vault }: { vault: Pick<Vault, 'openFile'> },
  petition: Petition,
  happening: Happening,
): Promise<Pick<PlannedChange, 'precedentKey'>> => {
  if (petition.task?.isTriage !== true || precedentIn(happening) === null) return {};
  const point = needsPoint(petition) ? (await vault.openFile(petition.id)).point : null;
  return { precedentKey: precedentKeyOf(petition, point) };
};

/** What the desk decided of matters like this one; nothing for anybody but the desk. */
export const suggestionsFor = async (
  { precedents }: { precedents: DeskPrecedents },
  { petition, jurisdiction, now }: Pick<ChangeContext, 'petition' | 'jurisdiction' | 'now'>,
  { point, categories }: Pick<ResidentFile, 'point'> & { categories: readonly CategoryChoice[] },
): Promise<Suggestions> => {
  if (petition.task?.isTriage !== true) return { agencies: [], categories: [] };
  const key = precedentKeyOf(petition, point);
  const latest = await precedents.latest(key, MOST_PRECEDENTS);
  return suggestionsOf(petition, latest, { jurisdiction, now, categories });
};
