import type { Notice } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import type { ReclassificationFacts } from '../ports/mail.js';
import type { Registers } from '../ports/registers.js';

/** What the mail about a new classification says of it; null for every other message. */
export const toldReclassification = async (
  registers: Pick<Registers, 'category'>,
  petition: Petition,
  { kind, seq }: Pick<Notice, 'kind' | 'seq'>,
): Promise<ReclassificationFacts | null> => {
  const told = petition.reclassifications.find((each) => each.seq === seq);
  if (kind !== 'reclassified' || told === undefined) return null;
  const labelOf = async (code: string) => (await registers.category(code))?.label ?? code;
  const [fromLabel, toLabel] = await Promise.all([told.from, told.to].map(labelOf));
  return { fromLabel: fromLabel ?? told.from, toLabel: toLabel ?? told.to, resolveBy: told.resolveBy };
};
