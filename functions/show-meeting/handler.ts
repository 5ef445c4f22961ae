import { formatCode } from '../../core/codes/petition-code.js';
import { dueAt, isLate, type Petition } from '../../core/petition/petition.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Registers } from '../../core/ports/registers.js';
import type { Instant } from '../../core/time.js';
import { viewMeeting, type ViewMeetingDeps } from '../../core/use-cases/view-meeting.js';
import { withPlaceName } from '../list-meetings/place-name.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import type { MinutesItem } from './schema.js';

export type ShowMeetingDeps = ViewMeetingDeps & {
  observability: Observability;
  clock: Clock;
  registers: Pick<Registers, 'category' | 'placeName'>;
};

const linkAndOutcome = ({
  duplicateOf,
  outcome,
}: Petition): Pick<MinutesItem, 'duplicateOf' | 'outcome'> => ({
  duplicateOf: duplicateOf && formatCode(duplicateOf.code),
  outcome: outcome && { kind: outcome.kind, at: outcome.at, agencyName: outcome.agencyName },
});

const toItem = async (
  deps: ShowMeetingDeps,
  petition: Petition,
  { row, now }: { row: number; now: Instant },
): Promise<MinutesItem> => {
  const { id, code, category, status, task, receivedAt, provinceId, unitId } = petition;
  const [facts, placeName] = await Promise.all([
    deps.registers.category(category),
    unitId === null ? null : deps.registers.placeName(provinceId, unitId, receivedAt),
  ]);
  return {
    ...{ row, id, code: formatCode(code), category, categoryLabel: facts?.label ?? category, placeName },
    ...{ status, holder: task?.holder ?? null, receivedAt, dueAt: dueAt(petition) },
    followUpAt: task?.followUpAt?.at ?? null,
    late: isLate(petition, now),
    ...linkAndOutcome(petition),
  };
};

/** The minutes of a meeting: what became of each item. No text of a person: the vault is not even asked. */
export const createHandler = (deps: ShowMeetingDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/meetings/{id}');
    const { meeting, petitions } = await viewMeeting(deps, petitionIdIn(event, 'id'));
    deps.observability.logger.info('Meeting shown', { userId: user.id, meetingId: meeting.id });
    const now = deps.clock.now();
    const items = await Promise.all(
      petitions.map(async (petition, i) => petition && toItem(deps, petition, { row: i + 1, now })),
    );
    return json(200, { ...(await withPlaceName(deps.registers, meeting)), items });
  });
