import { createSecretsClient } from '../../adapters/secrets/client.js';
import { SecretKeyed } from '../../adapters/secrets/keyed.js';
import type { Keyed } from '../../core/ports/keyed.js';

/** Digests under the secret of intake keys, receipts, nonces and cursors. */
export const createFormKeyed = (env: { FORM_SECRET_ARN: string }): Keyed =>
  new SecretKeyed(createSecretsClient(), env.FORM_SECRET_ARN);

/** Digests under the secret of the heads' one-time codes. */
export const createCodeKeyed = (env: { CODE_SECRET_ARN: string }): Keyed =>
  new SecretKeyed(createSecretsClient(), env.CODE_SECRET_ARN);
