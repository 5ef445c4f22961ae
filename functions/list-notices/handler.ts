import type { NoticeStore } from '../../core/ports/notices.js';
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

/** Notices of a province that no mail can carry, oldest first, with the person to reach. */
export const createHandler = (deps: ListNoticesDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/operator/notices');
    const { province, limit, cursor } = parseInput(ListNoticesQuerySchema, event.queryStringParameters ?? {});
    const page = await deps.notices.worklist(province, {
      limit,
      ...(cursor !== undefined && { after: cursor }),
    });
    const items = await Promise.all(
      page.items.map(async (notice) => {
        const petition = await deps.store.load(notice.petitionId);
        return petition === null ? [] : [await toItem(deps.vault, petition, notice)];
      }),
    );
    const answer: NoticesAnswer = {
      items: items.flat(),
      ...(page.next !== undefined && { next: page.next }),
    };
    // Who saw whose contact data is on record.
    const petitionIds = answer.items.map(({ petitionId }) => petitionId);
    deps.observability.logger.info('Worklist shown', { userId: user.id, province, petitionIds });
    return json(200, answer);
  });
