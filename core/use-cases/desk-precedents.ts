import {
  MOST_PRECEDENTS,
  needsPoint,
  precedentKeyOf,
  suggestionsOf,
  type Suggestion,
} from '../petition/desk-precedent.js';
import type { Happening } from '../events.js';
import type { Petition } from '../petition/petition.js';
import type { DeskPrecedents } from '../ports/precedents.js';
import type { ResidentFile, Vault } from '../ports/vault.js';
import type { ChangeContext, PlannedChange } from './change-petition.js';

/** Under what the desk's decision is kept, and nothing for any other; the vault is opened only where the point says it. */
export const precedentOf = async (
  { vault }: { vault: Pick<Vault, 'openFile'> },
  petition: Petition,
  { type }: Happening,
): Promise<Pick<PlannedChange, 'precedentKey'>> => {
  if (petition.task?.isTriage !== true || type !== 'PetitionTransferred') return {};
  const point = needsPoint(petition) ? (await vault.openFile(petition.id)).point : null;
  return { precedentKey: precedentKeyOf(petition, point) };
};

/** What the desk decided of matters like this one; nothing for anybody but the desk. */
export const suggestionsFor = async (
  { precedents }: { precedents: DeskPrecedents },
  { petition, jurisdiction, now }: Pick<ChangeContext, 'petition' | 'jurisdiction' | 'now'>,
  { point }: Pick<ResidentFile, 'point'>,
): Promise<Suggestion[]> => {
  if (petition.task?.isTriage !== true) return [];
  const key = precedentKeyOf(petition, point);
  return suggestionsOf(petition, await precedents.latest(key, MOST_PRECEDENTS), { jurisdiction, now });
};
