import { parseCode } from '../codes/petition-code.js';
import type { Petition } from '../petition/petition.js';
import { fail } from '../petition/decision-input.js';
import { MAX_DUPLICATES } from '../petition/duplicates.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { PetitionStore } from '../ports/petition-store.js';

/** Longer than any chain that people make by linking what others have linked meanwhile; ends a record that is broken. */
const MOST_LINKS = 20;

/**
 * The petition that a duplicate is to follow: the one of a code or, where that one is linked itself, the one at the end
 * of its links. Null for a code that is malformed or unknown.
 * @throws ValidationError when as many follow it already as may.
 */
export const linkTargetOf = async (
  { store, duplicates }: { store: Pick<PetitionStore, 'findByCode' | 'load'>; duplicates: DuplicateLinks },
  typed: string | null,
): Promise<Petition | null> => {
  const code = typed === null ? undefined : parseCode(typed);
  let main = code === undefined ? null : await store.findByCode(code);
  for (let links = 0; main?.status === 'LINKED' && main.duplicateOf !== null; links += 1) {
    if (links === MOST_LINKS) throw new Error('links of duplicates that do not end');
    main = await store.load(main.duplicateOf.id);
  }
  if (main !== null && (await duplicates.linkedTo(main.id, MAX_DUPLICATES)).length >= MAX_DUPLICATES)
    fail('/duplicateOf', 'main-full', { max: MAX_DUPLICATES });
  return main;
};
