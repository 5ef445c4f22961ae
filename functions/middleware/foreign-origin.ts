import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ForeignOriginError } from './http-errors.js';
import { header } from './language.js';

/**
 * Browsers name the site that a form comes from. Who names none passes on the nonce alone.
 * @throws ForeignOriginError.
 */
export const refuseForeignOrigin = (event: APIGatewayProxyEventV2, publicOrigin: string): void => {
  const origin = header(event, 'origin');
  if (origin !== undefined && origin !== new URL(publicOrigin).origin) throw new ForeignOriginError();
};
