import { addDays } from '../../core/deadline/local-day.js';
import { ValidationError } from '../../core/errors.js';
import type { MeetingPeriod, MeetingStore } from '../../core/ports/meetings.js';
import type { Registers } from '../../core/ports/registers.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { withPlaceName } from './place-name.js';
import { ListMeetingsQuerySchema, MAX_PERIOD_DAYS } from './schema.js';

export interface ListMeetingsDeps {
  observability: Observability;
  meetings: Pick<MeetingStore, 'list'>;
  registers: Pick<Registers, 'placeName'>;
}

const periodIn = (parameters: Record<string, string | undefined>): MeetingPeriod => {
  const { province, from, to } = parseInput(ListMeetingsQuerySchema, parameters);
  if (to < from) throw new ValidationError([{ pointer: '/to', code: 'from-before-to' }]);
  if (to > addDays(from, MAX_PERIOD_DAYS))
    throw new ValidationError([
      { pointer: '/to', code: 'period-too-long', params: { max: MAX_PERIOD_DAYS } },
    ]);
  return { provinceId: province, from, to };
};

/** Meetings held in a period, those at which nothing was handed in too. */
export const createHandler = (deps: ListMeetingsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/meetings');
    const meetings = await deps.meetings.list(periodIn(event.queryStringParameters ?? {}));
    deps.observability.logger.info('Meetings listed', { userId: user.id, items: meetings.length });
    return json(200, {
      items: await Promise.all(meetings.map((meeting) => withPlaceName(deps.registers, meeting))),
    });
  });
