import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import type { Ids } from '../../core/ports/ids.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { fieldsGiven, readIntake, type Intake } from '../submit-petition/request.js';
import { EnterBodySchema, NOT_YET_TAKEN } from './schema.js';
import { toEntry } from './to-entry.js';

const refuseNotYetTaken = (body: Record<string, unknown>): void => {
  const given = fieldsGiven(body, NOT_YET_TAKEN);
  if (given.length === 0) return;
  throw new ValidationError(given.map((field) => ({ pointer: `/${field}`, code: 'not-in-this-release' })));
};

/** The petition that an operator enters for somebody. @throws as readIntake. */
export const readEntry = async (
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
  userId: string,
): Promise<Intake> => {
  const { body, submission, key } = await readIntake(deps, event, {
    schema: EnterBodySchema,
    refuse: refuseNotYetTaken,
    keyOwner: userId,
  });
  return { submission: toEntry(submission, body, userId), key };
};
