import canonicalize from 'canonicalize';
import { formatCode } from '../../core/codes/petition-code.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import {
  submitDenunciation,
  type DenunciationInput,
  type SubmitDenunciationDeps,
} from '../../core/use-cases/submit-denunciation.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { OwnTrackError } from '../middleware/http-errors.js';
import { idempotencyKey } from '../middleware/idempotency-key.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { DenunciationBodySchema, type DenunciationBody, type DenunciationReceipt } from './schema.js';

export type SubmitDenunciationHandlerDeps = SubmitDenunciationDeps & {
  keyed: Keyed;
  observability: Observability;
};

const MAX_BODY_BYTES = 60_000;

const accusedOf = ({ accused }: DenunciationBody): DenunciationInput['accused'] =>
  accused.agency === undefined
    ? { name: accused.name ?? '' }
    : { agencyId: accused.agency, superiorToo: accused.superiorToo };

const toInput = (body: DenunciationBody): DenunciationInput => {
  const { name, address, phone, email } = body.denouncer;
  return {
    unit: body.unit,
    accused: accusedOf(body),
    sealed: {
      description: body.description,
      denouncer: { name, address, phone: phone ?? null, email: email ?? null },
      accusedName: body.accused.name === undefined ? body.person : `${body.person}, ${body.accused.name}`,
      evidence: body.evidence ?? null,
    },
  };
};

/** Only keyed digests of key and body are kept: neither can be guessed from the table. */
const keyOf = async (
  { keyed, ids }: SubmitDenunciationHandlerDeps,
  given: string | null,
  body: DenunciationBody,
): Promise<IntakeKey> => {
  const wanted = given ?? Buffer.from(ids.randomBytes(16)).toString('hex');
  const [key, fingerprint] = await Promise.all([
    keyed.mac('denunciation-key', wanted),
    keyed.mac('denunciation-fingerprint', canonicalize(body) ?? ''),
  ]);
  return { key, fingerprint };
};

/** Takes in a denunciation where the province takes any; elsewhere it says where to go and keeps nothing. */
export const createHandler = (deps: SubmitDenunciationHandlerDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const body = parseInput(DenunciationBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const key = await keyOf(deps, idempotencyKey(event), body);
    const outcome = await submitDenunciation(deps, toInput(body), key);
    if (outcome.kind === 'guided') {
      count(deps.observability, METRIC.submissionGuided);
      throw new OwnTrackError('to-cao');
    }
    const { file } = outcome;
    count(deps.observability, METRIC.denunciationReceived);
    deps.observability.logger.info('Denunciation received', { fileId: file.id });
    const answer: DenunciationReceipt = {
      code: formatCode(file.code),
      receivedAt: file.receivedAt,
      body: file.body,
      checkBy: file.checkBy.at,
    };
    return json(202, answer);
  });
