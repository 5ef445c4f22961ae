import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { NotFoundError } from '../../core/errors.js';

/** 128 bits in base64url; from the list of a digest, with the petition and the task behind it. */
const LINK_ID = /^[A-Za-z0-9_-]{22}(\.[0-9a-f-]{36}\.[1-9]\d{0,3})?$/;

/** The link's id in the path. @throws NotFoundError when it cannot be one. */
export const linkIdIn = (event: APIGatewayProxyEventV2): string => {
  const link = event.pathParameters?.['link'] ?? '';
  if (!LINK_ID.test(link)) throw new NotFoundError();
  return link;
};

export const linkPath = (linkId: string): string => `/t/${linkId}`;

/** Path of the n-th photo of a link's petition, from 0. */
export const photoPath = (linkId: string, index: number): string => `${linkPath(linkId)}/files/${index}`;

/** The id of a digest's link in the path. @throws NotFoundError when it cannot be one. */
export const digestIdIn = (event: APIGatewayProxyEventV2): string => {
  const link = linkIdIn(event);
  if (link.includes('.')) throw new NotFoundError();
  return link;
};
