import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { NotFoundError } from '../../core/errors.js';

/** 128 bits in base64url. */
const LINK_ID = /^[A-Za-z0-9_-]{22}$/;

/** The link's id in the path. @throws NotFoundError when it cannot be one. */
export const linkIdIn = (event: APIGatewayProxyEventV2): string => {
  const link = event.pathParameters?.['link'] ?? '';
  if (!LINK_ID.test(link)) throw new NotFoundError();
  return link;
};

export const linkPath = (linkId: string): string => `/t/${linkId}`;

/** Path of the n-th photo of a link's petition, from 0. */
export const photoPath = (linkId: string, index: number): string => `${linkPath(linkId)}/files/${index}`;
