import {
  MOST_PRECEDENTS,
  needsPoint,
  precedentKeyOf,
  suggestionsOf,
  type Suggestion,
} from '../petition/desk-precedent.js';
import type { Petition } from '../petition/petition.js';
import type { DeskPrecedents } from '../ports/precedents.js';
import type { ResidentFile, Vault } from '../ports/vault.js';
import type { ChangeContext } from './change-petition.js';

/** The key under which the desk's decision on this petition is kept; the vault is opened only where the point says it. */
export const precedentKeyFor = async (
  { vault }: { vault: Pick<Vault, 'openFile'> },
  petition: Petition,
): Promise<string> =>
  precedentKeyOf(petition, needsPoint(petition) ? (await vault.openFile(petition.id)).point : null);

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
