import type { Clock } from '../../core/ports/clock.js';
import { listProvinces } from '../../core/registry/list-provinces.js';
import { searchUnits } from '../../core/registry/search-units.js';
import { takesAnonymousOf } from '../../core/registry/takes-anonymous.js';
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
  /** Ids of the provinces that take petitions without a name. */
  anonymousProvinces(): Promise<readonly string[]>;
}

/** Wards and communes by name, or all provinces; former ones come after those in force: people still say them. */
export const createHandler = (deps: SearchUnitsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const query = parseInput(SearchUnitsQuerySchema, event.queryStringParameters ?? {});
    const [names, provinces] = await Promise.all([deps.names(), deps.anonymousProvinces()]);
    const at = query.at ?? deps.clock.now();
    const { q = '', province: provinceId, limit } = query;
    const isTaken = takesAnonymousOf(names, provinces, at);
    const found =
      query.level === 'province'
        ? listProvinces(names, at)
        : searchUnits(names, q, { at, provinceId, limit, includeFormer: true });
    const answer: UnitsAnswer = {
      items: found.map((unit) => ({ ...unit, ...(isTaken(unit.id) && { takesAnonymous: true as const }) })),
    };
    return json(200, answer);
  });
