import { ValidationError } from '../../core/errors.js';
import type { Clock } from '../../core/ports/clock.js';
import type { SealedLane } from '../../core/ports/sealed-lane.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { LaneQuerySchema, type LaneAnswer } from './schema.js';

export interface ShowSealedLaneDeps {
  observability: Observability;
  clock: Clock;
  lane: Pick<SealedLane, 'provinces' | 'at'>;
}

const placeOf = async (
  { lane, clock }: ShowSealedLaneDeps,
  unit: string | undefined,
): Promise<LaneAnswer['place']> => {
  if (unit === undefined) return null;
  const found = await lane.at(unit, clock.now());
  if (found === null) throw new ValidationError([{ pointer: '/unit', code: 'unknown-unit' }]);
  const { provinceId: _, ...place } = found;
  return place;
};

/** Where denunciations are taken, and on what terms: what the form must know before it asks for anything. */
export const createHandler = (deps: ShowSealedLaneDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { unit } = parseInput(LaneQuerySchema, event.queryStringParameters ?? {});
    const [provinces, place] = await Promise.all([deps.lane.provinces(), placeOf(deps, unit)]);
    const answer: LaneAnswer = { provinces, place };
    return json(200, answer);
  });
