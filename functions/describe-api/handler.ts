import { NotFoundError } from '../../core/errors.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { openApiDocument } from './openapi.js';
import type { HealthAnswer } from './schema.js';

export interface DescribeApiDeps {
  observability: Observability;
  stage: string;
  version: string;
  publicOrigin: string;
}

const CACHE = { 'cache-control': 'public, max-age=300' };

/** Is it up, and how is it spoken to. */
export const createHandler = (deps: DescribeApiDeps) => {
  const health: HealthAnswer = { status: 'ok', stage: deps.stage, version: deps.version };
  return httpBundle(deps.observability).handler((event) => {
    if (event.routeKey === 'GET /api/health') return Promise.resolve(json(200, health));
    if (event.routeKey === 'GET /api/openapi.json')
      return Promise.resolve(json(200, openApiDocument(deps), CACHE));
    return Promise.reject(new NotFoundError());
  });
};
