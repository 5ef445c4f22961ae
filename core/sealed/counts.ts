import { localDayOf, type Instant } from '../time.js';
import type { SealedEvent } from './sealed-events.js';
import { missedTerm, type SealedFile } from './sealed-file.js';

/** What is counted of a province's quarter: acts in it, each file once for each. `late`: dates that went by. */
export const COUNTED = ['received', 'handedOver', 'closed', 'late'] as const;
export type Counted = (typeof COUNTED)[number];

export interface QuarterCounts extends Record<Counted, number> {
  /** `2026-Q4`, in Việt Nam's time. */
  quarter: string;
}

/** Fewer than this many are not told: one could guess who. */
export const FEWEST_TOLD = 5;

export const quarterOf = (at: Instant): string => {
  const day = localDayOf(at);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
};

/** An act behind its date that nobody has noted yet is late too. */
const lateWith = (act: Counted, before: SealedFile, { at }: SealedEvent): Counted[] =>
  missedTerm(before, at) === null ? [act] : [act, 'late'];

/** What an event adds to the counts of the quarter in which it was written. */
export const countedBy = (before: SealedFile | null, event: SealedEvent): Counted[] => {
  if (before === null) return ['received'];
  switch (event.type) {
    case 'DenunciationHandedOver':
      return lateWith('handedOver', before, event);
    case 'DenunciationClosed':
      return lateWith('closed', before, event);
    case 'DateMissed':
      return ['late'];
    default:
      return [];
  }
};

/** As auditors are told: null for fewer than five, none included. */
export type ToldCounts = { quarter: string } & Record<Counted, number | null>;

const told = (count: number): number | null => (count < FEWEST_TOLD ? null : count);

/**
 * The quarters of a year that are over. One that goes on is not told: two answers, a day apart, would tell of a single file.
 * Nor is a sum of the year, from which a hidden quarter could be reckoned.
 */
export const toldCounts = (
  counts: readonly QuarterCounts[],
  { year, now }: { year: number; now: Instant },
): ToldCounts[] =>
  [1, 2, 3, 4]
    .map((n) => `${year}-Q${n}`)
    .filter((quarter) => quarter < quarterOf(now))
    .map((quarter) => {
      const found = counts.find((each) => each.quarter === quarter);
      const of = (counted: Counted): number | null => told(found?.[counted] ?? 0);
      return {
        quarter,
        ...{ received: of('received'), handedOver: of('handedOver'), closed: of('closed'), late: of('late') },
      };
    });
