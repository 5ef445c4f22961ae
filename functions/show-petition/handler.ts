import { recordAt } from '../../core/audit/record-at.js';
import { formatCode } from '../../core/codes/petition-code.js';
import { NotFoundError } from '../../core/errors.js';
import { dueAt, isLate, type Petition } from '../../core/petition/petition.js';
import { isSupportLate, supportState } from '../../core/petition/support.js';
import type { Clock } from '../../core/ports/clock.js';
import type { PetitionStore } from '../../core/ports/petition-store.js';
import type { Registers } from '../../core/ports/registers.js';
import type { Instant } from '../../core/time.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { refuseFuture } from '../middleware/past-instant.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { ShowPetitionQuerySchema } from './schema.js';

export interface ShowPetitionDeps {
  observability: Observability;
  clock: Clock;
  store: Pick<PetitionStore, 'load' | 'history'>;
  registers: Pick<Registers, 'category' | 'placeName'>;
}

/**
 * The record now, or as it stood at an instant, then from its history alone; not found before it was handed in.
 * @throws NotFoundError
 */
const recordOf = async (
  { store }: Pick<ShowPetitionDeps, 'store'>,
  petitionId: string,
  at: Instant | undefined,
): Promise<Petition> => {
  const petition =
    at === undefined ? await store.load(petitionId) : recordAt(await store.history(petitionId), at);
  if (petition === null) throw new NotFoundError();
  return petition;
};

/** The record of a petition with every date and hop. No text of a person: the vault is not even asked. */
export const createHandler = (deps: ShowPetitionDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/petitions/{id}');
    const { at } = parseInput(ShowPetitionQuerySchema, event.queryStringParameters ?? {});
    refuseFuture(at, deps.clock.now());
    const petition = await recordOf(deps, petitionIdIn(event, 'id'), at);
    deps.observability.logger.info('Petition shown', { userId: user.id, petitionId: petition.id });
    const { unitId, provinceId, receivedAt } = petition;
    const [category, placeName] = await Promise.all([
      deps.registers.category(petition.category),
      unitId === null ? null : deps.registers.placeName(provinceId, unitId, receivedAt),
    ]);
    const now = at ?? deps.clock.now();
    return json(200, {
      ...petition,
      supports: petition.supports.map((support) => ({
        ...support,
        state: supportState(support),
        late: isSupportLate(support, now),
      })),
      code: formatCode(petition.code),
      categoryLabel: category?.label ?? petition.category,
      placeName,
      dueAt: dueAt(petition),
      late: isLate(petition, now),
    });
  });
