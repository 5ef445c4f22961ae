import { NotFoundError, TooManyRequestsError, ValidationError } from '../errors.js';
import type { Petition } from '../petition/petition.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { PetitionFinder, SearchLog } from '../ports/petition-finder.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Vault } from '../ports/vault.js';
import { contactIndexKey, contactKindOf } from '../residents/contact-index.js';
import { isSameName } from '../residents/same-name.js';

export interface SearchDeps {
  clock: Clock;
  ids: Ids;
  keyed: Keyed;
  finder: PetitionFinder;
  searches: SearchLog;
  store: Pick<PetitionStore, 'load'>;
  vault: Vault;
}

/** What the person at the desk says, and who asks. Contact and name are looked at and kept nowhere. */
export interface WhoAsks {
  /** Telephone or mailbox, as given at intake. */
  contact: string;
  name: string;
  userId: string;
}

/** More is no list to choose from any more, and each one opens a file of the vault. */
export const MOST_FOUND = 20;
const MOST_SEARCHES_AN_HOUR = 60;

export interface Found {
  /** Newest first. */
  petitions: Petition[];
  /** Older ones under this contact were not looked at. */
  more: boolean;
}

/** @throws TooManyRequestsError, ValidationError when the contact is none. */
const keyFor = async (deps: SearchDeps, who: WhoAsks, petitionId: string | null): Promise<string> => {
  const key = await contactIndexKey(deps.keyed, who.contact);
  if (key === null) throw new ValidationError([{ pointer: '/contact', code: 'not-valid' }]);
  const search = {
    ...{ userId: who.userId, at: deps.clock.now(), petitionId },
    by: contactKindOf(who.contact),
    id: Buffer.from(deps.ids.randomBytes(8)).toString('hex'),
  };
  if (!(await deps.searches.note(search, MOST_SEARCHES_AN_HOUR))) throw new TooManyRequestsError();
  return key;
};

/** Is the petition of a person of this name? A file that was destroyed is nobody's. */
const isOf = async (deps: SearchDeps, petitionId: string, name: string): Promise<boolean> => {
  try {
    return isSameName(name, (await deps.vault.openFile(petitionId)).submitter.name);
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
};

/**
 * Petitions handed in with a contact by a person of a name, for the desk. Each search is noted first, and sixty an hour
 * are a clerk's fill. @throws TooManyRequestsError, ValidationError.
 */
export const searchPetitions = async (deps: SearchDeps, who: WhoAsks): Promise<Found> => {
  const key = await keyFor(deps, who, null);
  const ids = await deps.finder.find(key, MOST_FOUND + 1);
  const found = await Promise.all(
    ids
      .slice(0, MOST_FOUND)
      .map(async (id) => ((await isOf(deps, id, who.name)) ? deps.store.load(id) : null)),
  );
  return { petitions: found.filter((petition) => petition !== null), more: ids.length > MOST_FOUND };
};

/** Is this petition one that a search by the same words would show? Noted like one. @throws as searchPetitions. */
export const isFoundBy = async (deps: SearchDeps, who: WhoAsks, petitionId: string): Promise<boolean> => {
  const key = await keyFor(deps, who, petitionId);
  return (await deps.finder.has(key, petitionId)) && isOf(deps, petitionId, who.name);
};
