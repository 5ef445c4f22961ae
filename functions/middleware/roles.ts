import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ForbiddenError } from '../../core/errors.js';
import { ROUTES, type Access, type Role, type RouteKey } from '../routes.js';
import { UnauthorizedError } from './http-errors.js';

/** Claims as the JWT authorizer passes them on: it has checked signature, issuer, client and expiry. */
type Claims = Readonly<Record<string, unknown>>;

const claimsOf = (event: APIGatewayProxyEventV2): Claims | undefined => {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } };
  return authorizer?.jwt?.claims;
};

/**
 * Groups in the claim `cognito:groups`. HTTP APIs flatten the list to `[a b]`; other engines give it as a list, as JSON
 * or as plain words.
 */
export const groupsIn = (claim: unknown): string[] => {
  const text = Array.isArray(claim) ? claim.join(' ') : typeof claim === 'string' ? claim : '';
  return text.split(/[\s,"[\]]+/).filter((word) => word !== '');
};

/** All groups of the caller, roles or not. */
export const groupsOf = (event: APIGatewayProxyEventV2): string[] =>
  groupsIn(claimsOf(event)?.['cognito:groups']);

const accessOf = (route: RouteKey): Access =>
  ROUTES.find(({ method, path }) => `${method} ${path}` === route)?.access ?? [];

export interface User {
  /** Stable id at the identity provider; no name. */
  id: string;
  roles: Role[];
}

/**
 * The user of a route that asks for a role.
 * @throws UnauthorizedError without a token, ForbiddenError when no role of the user may use the route.
 */
export const requireUser = (event: APIGatewayProxyEventV2, route: RouteKey): User => {
  const claims = claimsOf(event);
  const id = claims?.['sub'];
  if (typeof id !== 'string' || id === '') throw new UnauthorizedError();
  const access = accessOf(route);
  const groups = groupsIn(claims?.['cognito:groups']);
  const roles = typeof access === 'string' ? [] : access.filter((role) => groups.includes(role));
  if (roles.length === 0) throw new ForbiddenError();
  return { id, roles };
};
