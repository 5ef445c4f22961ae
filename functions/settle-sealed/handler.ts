import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { SealedFile } from '../../core/sealed/sealed-file.js';
import { closeFile, handOverFile, type SettleDeps } from '../../core/use-cases/settle-sealed-file.js';
import { toSealedItem } from '../list-sealed/to-item.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireOfficer } from '../middleware/sealed-officer.js';
import { ClosureBodySchema, HandOverBodySchema } from './schema.js';

export type SettleSealedDeps = SettleDeps & { observability: Observability };

const MAX_BODY_BYTES = 1_000;

const handOver = (deps: SettleSealedDeps, event: APIGatewayProxyEventV2): Promise<SealedFile> => {
  const officer = requireOfficer(event, 'POST /api/sealed/{id}/hand-over');
  const fileId = petitionIdIn(event, 'id');
  const { documentNo } = parseInput(HandOverBodySchema, jsonBody(event, MAX_BODY_BYTES));
  return handOverFile(deps, officer, { fileId, documentNo });
};

const close = (deps: SettleSealedDeps, event: APIGatewayProxyEventV2): Promise<SealedFile> => {
  const officer = requireOfficer(event, 'POST /api/sealed/{id}/closure');
  const fileId = petitionIdIn(event, 'id');
  const said = parseInput(ClosureBodySchema, jsonBody(event, MAX_BODY_BYTES));
  return closeFile(deps, officer, { fileId, ...said });
};

/** What became of a denunciation, by the number of a document. The same again changes nothing. */
export const createHandler = (deps: SettleSealedDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const isHandOver = event.routeKey === 'POST /api/sealed/{id}/hand-over';
    const file = await (isHandOver ? handOver : close)(deps, event);
    deps.observability.logger.info('Denunciation settled', { fileId: file.id, status: file.status });
    return json(200, toSealedItem(file, deps.clock.now()), { 'cache-control': 'no-store' });
  });
