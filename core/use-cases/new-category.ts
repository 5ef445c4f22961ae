import { classUnder, type NewCategory } from '../petition/reclassify.js';
import type { Petition } from '../petition/petition.js';
import type { Registers } from '../ports/registers.js';

/**
 * The category under which a holder wants a petition to go on, with the terms that it would have there; null for one that
 * the registry does not know.
 */
export const newCategoryFor = async (
  registers: Pick<Registers, 'category' | 'timetable'>,
  petition: Petition,
  code: string,
): Promise<NewCategory | null> => {
  const [category, former] = await Promise.all(
    [code, petition.category].map((each) => registers.category(each)),
  );
  if (category == null) return null;
  const serviceClass = classUnder(petition, category, former ?? null);
  return { category, timetable: await registers.timetable({ ...petition, serviceClass }) };
};
