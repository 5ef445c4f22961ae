import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Ids } from '../../core/ports/ids.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { readIntake, type Intake } from '../submit-petition/request.js';
import { EnterBodySchema } from './schema.js';
import { toEntry } from './to-entry.js';

/** The petition that an operator enters for somebody. @throws as readIntake. */
export const readEntry = async (
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
  userId: string,
): Promise<Intake> => {
  const { body, submission, key } = await readIntake(deps, event, {
    schema: EnterBodySchema,
    refuse: () => undefined,
    keyOwner: userId,
  });
  return { submission: toEntry(submission, body, userId), key };
};
