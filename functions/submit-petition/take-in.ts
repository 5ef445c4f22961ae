import { formatCode } from '../../core/codes/petition-code.js';
import { submitPetition, type Receipt, type SubmitDeps } from '../../core/use-cases/submit-petition.js';
import { OwnTrackError } from '../middleware/http-errors.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { json, type HttpResult } from '../middleware/responses.js';
import type { Intake } from './request.js';
import type { SubmitAnswer } from './schema.js';

export type TakeInDeps = SubmitDeps & { observability: Observability; publicOrigin: string };

/** What was promised at intake: the same for every repetition. */
export const toAnswer = ({ petition, secret }: Receipt, publicOrigin: string): SubmitAnswer => {
  const code = formatCode(petition.code);
  return {
    code,
    secret,
    statusUrl: `${publicOrigin}/api/petitions/${code}`,
    status: 'SUBMITTED',
    matters: petition.matters.map((matter) => ({ code: formatCode(matter.code), category: matter.category })),
    promised: {
      firstNoticeBy: petition.promised.firstNoticeBy.at,
      resolveBy: petition.promised.resolveBy?.at ?? null,
    },
  };
};

/** Takes in what a channel has read. Routing follows in the background: the answer names no holder yet. */
export const takeIn = async (deps: TakeInDeps, reading: Promise<Intake>): Promise<HttpResult> => {
  const { submission, key } = await reading.catch((error: unknown) => {
    if (error instanceof OwnTrackError) count(deps.observability, METRIC.submissionGuided);
    throw error;
  });
  const receipt = await submitPetition(deps, submission, key);
  count(deps.observability, METRIC.petitionSubmitted);
  const { enteredBy } = submission;
  deps.observability.logger.info('Petition submitted', {
    petitionId: receipt.petition.id,
    ...(enteredBy !== undefined && { userId: enteredBy }),
  });
  const answer = toAnswer(receipt, deps.publicOrigin);
  return json(202, answer, { location: answer.statusUrl });
};
