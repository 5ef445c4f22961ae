import type { Clock } from '../../core/ports/clock.js';
import type { SealedCounts } from '../../core/ports/sealed-store.js';
import { toldCounts } from '../../core/sealed/counts.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { CountQuerySchema, type DenunciationCounts } from './schema.js';

export interface CountDenunciationsDeps {
  observability: Observability;
  clock: Clock;
  counts: SealedCounts;
}

/** How many denunciations a province has had, by quarter: no body, no file, nothing that one could be told by. */
export const createHandler = (deps: CountDenunciationsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { id } = requireUser(event, 'GET /api/audit/denunciations');
    const { province, year } = parseInput(CountQuerySchema, event.queryStringParameters ?? {});
    const counts = await deps.counts.of(province, year);
    deps.observability.logger.info('Denunciations counted', { userId: id });
    const answer: DenunciationCounts = { quarters: toldCounts(counts, { year, now: deps.clock.now() }) };
    return json(200, answer, { 'cache-control': 'no-store' });
  });
