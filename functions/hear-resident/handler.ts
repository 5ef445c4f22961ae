import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { formatCode } from '../../core/codes/petition-code.js';
import { NotFoundError } from '../../core/errors.js';
import { dueAt } from '../../core/petition/petition.js';
import {
  hearResident,
  type HearResidentDeps,
  type ResidentWord,
} from '../../core/use-cases/hear-resident.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { idempotencyKey } from '../middleware/idempotency-key.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { AnswerBodySchema, FeedbackBodySchema, WithdrawalBodySchema, type HeardAnswer } from './schema.js';

const MAX_BODY_BYTES = 20_000;

interface Said {
  secret: string;
  word: ResidentWord;
}

/** What each route takes. */
const WORDS: Partial<Record<string, (body: Record<string, unknown>) => Said>> = {
  'POST /api/petitions/{code}/answers': (body) => {
    const { secret, text } = parseInput(AnswerBodySchema, body);
    return { secret, word: { kind: 'answer', text } };
  },
  'POST /api/petitions/{code}/feedback': (body) => {
    const { secret, satisfied, rating, text } = parseInput(FeedbackBodySchema, body);
    return { secret, word: { kind: 'feedback', satisfied, rating: rating ?? null, text: text ?? null } };
  },
  'POST /api/petitions/{code}/withdrawal': (body) => {
    const { secret, text } = parseInput(WithdrawalBodySchema, body);
    return { secret, word: { kind: 'withdraw', text: text ?? null } };
  },
};

const saidIn = (event: APIGatewayProxyEventV2): Said => {
  const read = WORDS[event.routeKey];
  if (read === undefined) throw new NotFoundError();
  return read(jsonBody(event, MAX_BODY_BYTES));
};

/** The resident's word on a petition: whoever has its code and the receipt's secret. */
export const createHandler = (deps: HearResidentDeps & { observability: Observability }) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { secret, word } = saidIn(event);
    const petition = await hearResident(deps, {
      code: event.pathParameters?.['code'] ?? '',
      secret,
      word,
      key: idempotencyKey(event),
    });
    count(deps.observability, METRIC.residentHeard);
    deps.observability.logger.info('Resident heard', { petitionId: petition.id, kind: word.kind });
    const answer: HeardAnswer = {
      code: formatCode(petition.code),
      status: petition.status,
      dueAt: dueAt(petition),
    };
    return json(200, answer);
  });
