import { formatCode, parseCode } from '../../core/codes/petition-code.js';
import { NotFoundError } from '../../core/errors.js';
import type { SealedStore } from '../../core/ports/sealed-store.js';
import type { SealedFile } from '../../core/sealed/sealed-file.js';
import { localDayOf } from '../../core/time.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import type { DenunciationStatus } from './schema.js';

export interface TrackDenunciationDeps {
  observability: Observability;
  store: Pick<SealedStore, 'findByCode'>;
}

const statusOf = (file: SealedFile): DenunciationStatus => {
  const handedOver = file.status === 'RECEIVED' ? null : file.handedOver;
  return {
    code: formatCode(file.code),
    status: file.status,
    receivedOn: localDayOf(file.receivedAt),
    handedOverOn: handedOver === null ? null : localDayOf(handedOver.at),
    closedOn: file.status === 'CLOSED' ? localDayOf(file.closed.at) : null,
  };
};

/** How far a denunciation has come, in days: no body, no reason, no outcome. */
export const createHandler = (deps: TrackDenunciationDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const code = parseCode(event.pathParameters?.['code'] ?? '');
    const file = code === undefined ? null : await deps.store.findByCode(code);
    if (file === null) throw new NotFoundError();
    return json(200, statusOf(file), { 'cache-control': 'no-store' });
  });
