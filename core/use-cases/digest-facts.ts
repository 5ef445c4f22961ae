import type { ListedPetition, PetitionList } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { DigestRow } from '../ports/mail.js';
import type { Registers } from '../ports/registers.js';

export interface DigestFactsDeps {
  clock: Clock;
  list: PetitionList;
  registers: Registers;
}

/** Petitions that a digest's mail looks at; behind it, it says that there are more. */
const LOOKED_AT = 300;
/** Petitions that it names, the most urgent ones; the others are behind its link. */
const NAMED = 10;

/** What an agency holds, as the mail of its digest tells it. */
export interface DigestFacts {
  open: number;
  late: number;
  isMore: boolean;
  rows: DigestRow[];
}

/** Late ones first; within both, as the index gives them: by the date promised. */
export const lateFirst = (items: readonly ListedPetition[]): ListedPetition[] => [
  ...items.filter(({ late }) => late),
  ...items.filter(({ late }) => !late),
];

/** Index read: what was committed a moment ago may be missing; the page behind the link shows it. */
export const digestFacts = async (
  { clock, list, registers }: DigestFactsDeps,
  agencyId: string,
): Promise<DigestFacts> => {
  const by = { kind: 'holder', agencyId } as const;
  const { items, next } = await list.list(
    { by, where: { isHeld: true } },
    { now: clock.now(), limit: LOOKED_AT },
  );
  const rows = await Promise.all(
    lateFirst(items)
      .slice(0, NAMED)
      .map(async ({ code, category, dueAt, late }) => ({
        ...{ code, dueAt, isLate: late },
        categoryLabel: (await registers.category(category))?.label ?? category,
      })),
  );
  return {
    open: items.length,
    late: items.filter(({ late }) => late).length,
    isMore: next !== undefined,
    rows,
  };
};
