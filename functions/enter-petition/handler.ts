import { httpBundle } from '../middleware/http-bundle.js';
import { requireUser } from '../middleware/roles.js';
import { takeIn, type TakeInDeps } from '../submit-petition/take-in.js';
import { readEntry } from './request.js';

/** Takes in what reached the desk by other ways: visits, letters, calls, people at the counter. */
export const createHandler = (deps: TakeInDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { id } = requireUser(event, 'POST /api/operator/petitions');
    return takeIn(deps, readEntry(deps, event, id));
  });
