import type { Denunciation } from '../../core/ports/sealed-vault.js';
import { unsealFile, type UnsealDeps } from '../../core/use-cases/unseal-file.js';
import { toSealedItem } from '../list-sealed/to-item.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireOfficer } from '../middleware/sealed-officer.js';
import { UnsealBodySchema, type UnsealedAnswer } from './schema.js';

export type UnsealFileDeps = UnsealDeps & { observability: Observability };

const MAX_BODY_BYTES = 1_000;

/** With files of 4 MB it stays below the 6 MB that a Lambda gives. */
const toOpened = ({ files, ...said }: Denunciation): UnsealedAnswer['denunciation'] => ({
  ...said,
  files: files.map(({ type, bytes }) => ({ type, base64: Buffer.from(bytes).toString('base64') })),
});

/** Shows who denounces whom and of what; that it was looked at, by whom and why, is written first. */
export const createHandler = (deps: UnsealFileDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const officer = requireOfficer(event, 'POST /api/sealed/{id}/unseal');
    const fileId = petitionIdIn(event, 'id');
    const { reason, documentNo = null } = parseInput(UnsealBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const { file, denunciation } = await unsealFile(deps, officer, { fileId, reason, documentNo });
    count(deps.observability, METRIC.identityUnsealed);
    deps.observability.logger.info('Denunciation unsealed', { userId: officer.userId, fileId, reason });
    const answer: UnsealedAnswer = {
      file: toSealedItem(file, deps.clock.now()),
      denunciation: toOpened(denunciation),
    };
    return json(200, answer, { 'cache-control': 'no-store' });
  });
