import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';

/** The petition's id in a path. @throws NotFoundError when it cannot be one. */
export const petitionIdIn = (event: APIGatewayProxyEventV2, parameter: 'id' | 'petitionId'): string => {
  const id = z.uuid().safeParse(event.pathParameters?.[parameter]);
  if (!id.success) throw new NotFoundError();
  return id.data;
};
