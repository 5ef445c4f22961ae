import type { ListedBy } from '../../core/ports/audit.js';
import { lateShards, monthPartition, monthsBetween } from './keys.js';
import type { IndexName } from './layout.js';

/** Partitions of one index, and the bounds of the sort key in each: what a list reads. */
export interface ListRange {
  index: Exclude<IndexName, 'byWake'>;
  partitions: string[];
  /** Inclusive; texts, see keys.ts. */
  from: string;
  to: string;
}

const FIRST = '0';
const LAST = '~';

const months = (provinceId: string, period: { from: string; to: string }): string[] =>
  monthsBetween(period.from, period.to).map((month) =>
    monthPartition(provinceId, `${month}-02T00:00:00.000Z`),
  );

/** DynamoDB refuses bounds in the wrong order; such a period holds nothing. */
const unitRange = (unitId: string, from: string, to: string): ListRange => ({
  index: 'byUnit',
  partitions: from < to ? [unitId] : [],
  from,
  to,
});

/** The index ranges of a list, ascending. The bare instant `to` sorts before all keys of that instant: exclusive. */
export const rangeOf = (by: ListedBy): ListRange => {
  switch (by.kind) {
    case 'received':
      return { index: 'byReceived', partitions: months(by.provinceId, by), from: by.from, to: by.to };
    case 'closed':
      return { index: 'byClosed', partitions: months(by.provinceId, by), from: by.from, to: by.to };
    case 'holder':
      return { index: 'byHolder', partitions: [by.agencyId], from: 'OPEN#', to: 'OPEN#~' };
    case 'unit':
      return unitRange(by.unitId, by.from ?? FIRST, by.to ?? LAST);
    case 'running':
      return { index: 'byLateness', partitions: [lateShards.running(by.provinceId)], from: FIRST, to: LAST };
    case 'decided-late':
      return {
        index: 'byLateness',
        partitions: [lateShards.decided(by.provinceId, by.month)],
        from: FIRST,
        to: LAST,
      };
  }
};
