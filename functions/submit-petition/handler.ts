import { httpBundle } from '../middleware/http-bundle.js';
import { readSubmission } from './request.js';
import { takeIn, type TakeInDeps } from './take-in.js';

/** Takes in a resident's petition. */
export const createHandler = (deps: TakeInDeps) =>
  httpBundle(deps.observability).handler((event) => takeIn(deps, readSubmission(deps, event)));
