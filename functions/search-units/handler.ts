import type { Clock } from '../../core/ports/clock.js';
import { searchUnits } from '../../core/registry/search-units.js';
import type { UnitNames } from '../../core/registry/unit-names.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { SearchUnitsQuerySchema, type UnitsAnswer } from './schema.js';

export interface SearchUnitsDeps {
  observability: Observability;
  clock: Clock;
  /** Names of the units of the whole country. */
  names(): Promise<UnitNames>;
}

/** Wards and communes by name; former ones come after those in force, because people still say them. */
export const createHandler = (deps: SearchUnitsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { q, at, province, limit } = parseInput(SearchUnitsQuerySchema, event.queryStringParameters ?? {});
    const answer: UnitsAnswer = {
      items: searchUnits(await deps.names(), q, {
        at: at ?? deps.clock.now(),
        provinceId: province,
        limit,
        includeFormer: true,
      }),
    };
    return json(200, answer);
  });
