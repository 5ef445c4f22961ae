import { ValidationError } from '../../core/errors.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Registry } from '../../core/registry/registry.js';
import { fullName } from '../../core/registry/unit-name.js';
import { resolveJurisdiction } from '../../core/routing/resolve-jurisdiction.js';
import type { PlaceQuery } from '../../core/routing/resolve-place.js';
import type { Verdict } from '../../core/routing/verdict.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import {
  ConditionsSchema,
  JurisdictionQuerySchema,
  type JurisdictionAnswer,
  type JurisdictionQuery,
} from './schema.js';

export interface ExplainJurisdictionDeps {
  observability: Observability;
  clock: Clock;
  /** The registry that knows the place, or any when none does. */
  registryAt(place: PlaceQuery, at: string): Promise<{ registry: Registry; release: string }>;
}

const QUERY_FIELDS: ReadonlySet<string> = new Set(Object.keys(JurisdictionQuerySchema.shape));

const readQuery = (parameters: Record<string, string | undefined>) => {
  const entries = Object.entries(parameters);
  const query = parseInput(
    JurisdictionQuerySchema,
    Object.fromEntries(entries.filter(([name]) => QUERY_FIELDS.has(name))),
  );
  const answers = parseInput(
    ConditionsSchema,
    Object.fromEntries(entries.filter(([name]) => !QUERY_FIELDS.has(name))),
  );
  return {
    query,
    conditions: Object.fromEntries(Object.entries(answers).map(([key, said]) => [key, said === 'true'])),
  };
};

const placeIn = ({ unit, lat, lon }: JurisdictionQuery): PlaceQuery => ({
  unit,
  point: lat === undefined || lon === undefined ? undefined : { lat, lon },
});

const toAnswer = (
  verdict: Verdict,
  asOf: string,
  from: { registry: Registry; release: string },
): JurisdictionAnswer => {
  const { release } = from;
  if (verdict.kind === 'missing') {
    const { missing, reason, question } = verdict;
    const candidates = verdict.candidates.map((unit) => ({
      id: unit.id,
      name: fullName(from.registry, unit),
    }));
    return { asOf, missing, reason, question, candidates, release };
  }
  const { lead, support, rule, basis, status, reason, escalate, unknownConditions } = verdict;
  return { asOf, lead, support, rule, basis, status, reason, escalate, unknownConditions, release };
};

/** Who would be competent and why, or what is missing to say so. Nothing is stored. */
export const createHandler = (deps: ExplainJurisdictionDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { query, conditions } = readQuery(event.queryStringParameters ?? {});
    const asOf = query.at ?? deps.clock.now();
    const place = placeIn(query);
    const from = await deps.registryAt(place, asOf);
    if (Object.keys(conditions).some((key) => from.registry.condition(key) === undefined))
      throw new ValidationError([{ pointer: '', code: 'unknown-condition' }]);
    const { category, against } = query;
    const verdict = resolveJurisdiction(from.registry, { category, conditions, place, against }, asOf);
    return json(200, toAnswer(verdict, asOf, from));
  });
