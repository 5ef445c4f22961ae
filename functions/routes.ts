/** Groups of the user pool; a person may be in several. */
export const ROLES = ['auditor', 'supervisor', 'operator', 'sealed'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `public`: anybody. `link`: whoever holds the unguessable path of a mailed link. `signed`: a program that shares a secret
 * and signs its requests. Otherwise: a valid token of one of these roles.
 */
export type Access = 'public' | 'link' | 'signed' | readonly Role[];

export interface Route {
  method: 'GET' | 'HEAD' | 'POST';
  path: string;
  /** Folder below functions/. */
  function: string;
  access: Access;
}

/**
 * The whole HTTP surface: the API's routes, the roles that handlers check and the published description are all made
 * from this table.
 */
export const ROUTES = [
  { method: 'POST', path: '/api/petitions', function: 'submit-petition', access: 'public' },
  { method: 'GET', path: '/api/petitions/{code}', function: 'track-petition', access: 'public' },
  { method: 'POST', path: '/api/petitions/{code}/answers', function: 'hear-resident', access: 'public' },
  { method: 'POST', path: '/api/petitions/{code}/feedback', function: 'hear-resident', access: 'public' },
  { method: 'POST', path: '/api/petitions/{code}/withdrawal', function: 'hear-resident', access: 'public' },
  {
    method: 'POST',
    path: '/api/petitions/{code}/signed-file',
    function: 'show-signed-file',
    access: 'public',
  },
  { method: 'GET', path: '/api/categories', function: 'list-categories', access: 'public' },
  { method: 'GET', path: '/api/units', function: 'search-units', access: 'public' },
  { method: 'GET', path: '/api/jurisdiction', function: 'explain-jurisdiction', access: 'public' },
  { method: 'GET', path: '/t/{link}', function: 'open-link', access: 'link' },
  { method: 'HEAD', path: '/t/{link}', function: 'open-link', access: 'link' },
  { method: 'GET', path: '/t/{link}/files/{n}', function: 'open-link', access: 'link' },
  { method: 'POST', path: '/t/{link}', function: 'decide-task', access: 'link' },
  { method: 'GET', path: '/d/{link}', function: 'open-digest', access: 'link' },
  { method: 'HEAD', path: '/d/{link}', function: 'open-digest', access: 'link' },
  { method: 'POST', path: '/d/{link}', function: 'accept-tasks', access: 'link' },
  {
    method: 'GET',
    path: '/api/audit/petitions',
    function: 'list-petitions',
    access: ['auditor', 'supervisor'],
  },
  {
    method: 'GET',
    path: '/api/audit/petitions/{id}',
    function: 'show-petition',
    access: ['auditor', 'supervisor'],
  },
  {
    method: 'GET',
    path: '/api/audit/holdings',
    function: 'list-holdings',
    access: ['auditor', 'supervisor'],
  },
  { method: 'GET', path: '/api/audit/petitions/{id}/history', function: 'show-history', access: ['auditor'] },
  {
    method: 'GET',
    path: '/api/audit/petitions/{id}/verification',
    function: 'verify-petition',
    access: ['auditor', 'supervisor'],
  },
  {
    method: 'POST',
    path: '/api/operator/petitions',
    function: 'enter-petition',
    access: ['operator'],
  },
  { method: 'POST', path: '/api/meetings', function: 'record-meeting', access: ['operator'] },
  {
    method: 'GET',
    path: '/api/audit/meetings',
    function: 'list-meetings',
    access: ['auditor', 'supervisor', 'operator'],
  },
  {
    method: 'GET',
    path: '/api/audit/meetings/{id}',
    function: 'show-meeting',
    access: ['auditor', 'supervisor', 'operator'],
  },
  { method: 'GET', path: '/api/operator/notices', function: 'list-notices', access: ['operator'] },
  {
    method: 'POST',
    path: '/api/operator/notices/{petitionId}/{id}/delivery',
    function: 'record-delivery',
    access: ['operator'],
  },
  {
    method: 'GET',
    path: '/api/operator/notices/{petitionId}/{id}/letter',
    function: 'show-letter',
    access: ['operator'],
  },
  {
    method: 'GET',
    path: '/api/operator/petitions/{code}/duplicates',
    function: 'find-duplicates',
    access: ['operator'],
  },
  { method: 'POST', path: '/api/operator/searches', function: 'find-petitions', access: ['operator'] },
  {
    method: 'POST',
    path: '/api/operator/petitions/{id}/receipts',
    function: 'recover-code',
    access: ['operator'],
  },
  {
    method: 'POST',
    path: '/api/gateway/receipts',
    function: 'record-message-receipt',
    access: 'signed',
  },
  { method: 'GET', path: '/api/sealed-lane', function: 'show-sealed-lane', access: 'public' },
  { method: 'POST', path: '/api/denunciations', function: 'submit-denunciation', access: 'public' },
  { method: 'GET', path: '/api/denunciations/{code}', function: 'track-denunciation', access: 'public' },
  {
    method: 'GET',
    path: '/api/audit/denunciations',
    function: 'count-denunciations',
    access: ['auditor'],
  },
  { method: 'GET', path: '/api/sealed', function: 'list-sealed', access: ['sealed'] },
  { method: 'POST', path: '/api/sealed', function: 'enter-denunciation', access: ['sealed'] },
  { method: 'GET', path: '/api/sealed/{id}', function: 'list-sealed', access: ['sealed'] },
  { method: 'POST', path: '/api/sealed/{id}/unseal', function: 'unseal-file', access: ['sealed'] },
  { method: 'POST', path: '/api/sealed/{id}/hand-over', function: 'settle-sealed', access: ['sealed'] },
  { method: 'POST', path: '/api/sealed/{id}/closure', function: 'settle-sealed', access: ['sealed'] },
  { method: 'GET', path: '/api/health', function: 'describe-api', access: 'public' },
  { method: 'GET', path: '/api/openapi.json', function: 'describe-api', access: 'public' },
] as const satisfies readonly Route[];

type KeyOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${M} ${P}`
  : never;

/** `GET /api/categories`, as API Gateway names routes. */
export type RouteKey = KeyOf<(typeof ROUTES)[number]>;
