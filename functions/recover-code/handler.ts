import { formatCode } from '../../core/codes/petition-code.js';
import { localDayOf } from '../../core/time.js';
import { recoverCode, type RecoverDeps } from '../../core/use-cases/recover-code.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { wantedKey } from '../submit-petition/request.js';
import { RecoveryBodySchema, type NewReceiptAnswer } from './schema.js';

export type RecoverCodeDeps = RecoverDeps & { observability: Observability; publicOrigin: string };

const MAX_BODY_BYTES = 4_000;

/** A new receipt for somebody who has lost the code, to be printed at the desk. */
export const createHandler = (deps: RecoverCodeDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'POST /api/operator/petitions/{id}/receipts');
    const petitionId = petitionIdIn(event, 'id');
    const said = parseInput(RecoveryBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const { petition, receiptNo, secret } = await recoverCode(deps, {
      ...said,
      petitionId,
      userId: user.id,
      key: wantedKey(event, deps.ids),
    });
    count(deps.observability, METRIC.codeRecovered);
    deps.observability.logger.info('Code recovered', { userId: user.id, petitionId, receiptNo });
    const code = formatCode(petition.code);
    const answer: NewReceiptAnswer = {
      ...{ code, secret, receiptNo },
      categoryLabel: (await deps.registers.category(petition.category))?.label ?? petition.category,
      receivedOn: localDayOf(petition.receivedAt),
      statusUrl: `${deps.publicOrigin}/track.html#${code}`,
    };
    return json(200, answer);
  });
