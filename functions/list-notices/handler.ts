import { isOutdated } from '../../core/petition/outdated-notice.js';
import type { Petition } from '../../core/petition/petition.js';
import type { NoticeStore, StoredNotice } from '../../core/ports/notices.js';
import type { PetitionStore } from '../../core/ports/petition-store.js';
import type { Vault } from '../../core/ports/vault.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { ListNoticesQuerySchema, type NoticesAnswer } from './schema.js';
import { toItem } from './to-item.js';

export interface ListNoticesDeps {
  observability: Observability;
  notices: Pick<NoticeStore, 'worklist'>;
  store: Pick<PetitionStore, 'load'>;
  vault: Vault;
}

/** Pages of the index that one request reads when what they list is over. */
const MOST_PAGES = 5;

/** A question that was answered, an answer that was taken up again: nobody shall phone about it. */
const isOver = (notice: StoredNotice, petition: Petition): boolean =>
  notice.to.kind === 'resident' && isOutdated(notice, petition);

const itemsOf = async ({ store, vault }: ListNoticesDeps, notices: readonly StoredNotice[]) => {
  const items = await Promise.all(
    notices.map(async (notice) => {
      const petition = await store.load(notice.petitionId);
      return petition === null || isOver(notice, petition) ? [] : [await toItem(vault, petition, notice)];
    }),
  );
  return items.flat();
};

/** The next notices that somebody has to carry; goes on where a whole page is over. */
const readOpen = async (
  deps: ListNoticesDeps,
  province: string,
  first: { limit: number; after?: string },
): Promise<NoticesAnswer> => {
  let page = first;
  for (let read = 1; ; read += 1) {
    const { items: notices, next } = await deps.notices.worklist(province, page);
    const items = await itemsOf(deps, notices);
    if (items.length > 0 || next === undefined || read === MOST_PAGES)
      return { items, ...(next !== undefined && { next }) };
    page = { ...page, after: next };
  }
};

/** Notices of a province that no mail can carry, oldest first, with the person to reach. */
export const createHandler = (deps: ListNoticesDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/operator/notices');
    const { province, limit, cursor } = parseInput(ListNoticesQuerySchema, event.queryStringParameters ?? {});
    const answer = await readOpen(deps, province, {
      limit,
      ...(cursor !== undefined && { after: cursor }),
    });
    // Who saw whose contact data is on record.
    const petitionIds = answer.items.map(({ petitionId }) => petitionId);
    deps.observability.logger.info('Worklist shown', { userId: user.id, province, petitionIds });
    return json(200, answer);
  });
