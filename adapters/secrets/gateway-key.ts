import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { webhookKey } from '../../core/messages/webhook-signature.js';
import type { GatewayKey } from '../../core/ports/messenger.js';
import { ExpiringCache } from '../expiring-cache.js';

/** A secret that was replaced is in use everywhere after five minutes; what was refused until then comes again. */
const KEPT = { maxAgeMs: 300_000, maxEntries: 1 };

/** The gateway's key from Secrets Manager. */
export class SecretGatewayKey implements GatewayKey {
  readonly #client: SecretsManagerClient;
  readonly #secretArn: string;
  readonly #kept: ExpiringCache<Uint8Array>;

  constructor(client: SecretsManagerClient, secretArn: string, nowMs?: () => number) {
    this.#client = client;
    this.#secretArn = secretArn;
    this.#kept = new ExpiringCache(KEPT, nowMs);
  }

  get(): Promise<Uint8Array> {
    return this.#kept.get(this.#secretArn, async () => {
      const { SecretString } = await this.#client.send(
        new GetSecretValueCommand({ SecretId: this.#secretArn }),
      );
      return webhookKey(SecretString ?? '');
    });
  }
}
