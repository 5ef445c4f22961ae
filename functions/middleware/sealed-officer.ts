import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Officer } from '../../core/use-cases/change-sealed-file.js';
import type { RouteKey } from '../routes.js';
import { groupsOf, requireUser } from './roles.js';

/** Group of an officer beside the role: the id of a body whose files they handle follows. */
export const BODY_GROUP = 'sealed:';

/**
 * The officer of a route of the sealed lane. Without a body's group an officer sees no file at all.
 * @throws UnauthorizedError, ForbiddenError.
 */
export const requireOfficer = (event: APIGatewayProxyEventV2, route: RouteKey): Officer => {
  const { id } = requireUser(event, route);
  const bodies = groupsOf(event)
    .filter((group) => group.startsWith(BODY_GROUP))
    .map((group) => group.slice(BODY_GROUP.length));
  return { userId: id, bodies };
};
