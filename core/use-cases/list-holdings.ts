import { recordAt } from '../audit/record-at.js';
import type { AgencyRef } from '../event-parts.js';
import { BrokenHistoryError } from '../petition/fold.js';
import { dueAt, isLate } from '../petition/petition.js';
import type { Status } from '../petition/transitions.js';
import type { Holdings } from '../ports/holdings.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Instant } from '../time.js';
import { UnreadableItemError } from '../unreadable-item-error.js';

/** A petition as it stood at the instant that was asked for. */
export interface Holding {
  id: string;
  code: string;
  category: string;
  status: Status;
  holder: AgencyRef;
  heldSince: Instant;
  receivedAt: Instant;
  /** Promised to the resident then; null in the Party lane. */
  dueAt: Instant | null;
  /** Until when the holder itself had to decide; null where no term ran. */
  resolveBy: Instant | null;
  late: boolean;
}

interface Deps {
  holdings: Holdings;
  store: Pick<PetitionStore, 'history'>;
}

interface Asked {
  agencyId: string;
  at: Instant;
}

/** What lies there is no history; a failure that may pass says nothing of the petition. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof UnreadableItemError || error instanceof BrokenHistoryError;

const holdingOf = async (
  { store }: Deps,
  petitionId: string,
  { agencyId, at }: Asked,
): Promise<Holding[]> => {
  const record = recordAt(await store.history(petitionId), at);
  // The index names candidates; what counts is the history.
  if (record?.task?.holder.id !== agencyId) return [];
  const { id, code, category, status, receivedAt, task } = record;
  return [
    {
      ...{ id, code, category, status, receivedAt },
      holder: task.holder,
      heldSince: task.openedAt,
      dueAt: dueAt(record),
      resolveBy: task.resolveBy?.at ?? null,
      late: isLate(record, at),
    },
  ];
};

/**
 * What an agency held at an instant, each as its history alone tells it: one read of a history for each line. `unreadable`
 * are petitions whose history cannot be read, by their ids: one that was tampered with must not hide the others.
 * @throws ValidationError `invalid-cursor`
 */
export const listHoldings = async (
  deps: Deps,
  asked: Asked,
  page: { limit: number; cursor?: string },
): Promise<{ items: Holding[]; unreadable: string[]; next?: string }> => {
  const { petitionIds, next } = await deps.holdings.heldAt(asked, page);
  const unreadable: string[] = [];
  const items = await Promise.all(
    petitionIds.map((id) =>
      holdingOf(deps, id, asked).catch((error: unknown): Holding[] => {
        if (!isUnreadable(error)) throw error;
        unreadable.push(id);
        return [];
      }),
    ),
  );
  return { items: items.flat(), unreadable: unreadable.sort(), ...(next !== undefined && { next }) };
};
