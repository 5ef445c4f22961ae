import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { webhookKey } from '../../core/messages/webhook-signature.js';
import { nameOf } from '../../infra/config.js';
import { ENGINE_REGION } from '../engine/process.js';
import { MessageGateway } from './message-gateway.js';

/** The gateway of a system on this machine, with the secret that its stack has made. */
export const openMessageGateway = (system: {
  stateDir: string;
  endpoint: string;
  origin: string;
}): MessageGateway => {
  const client = new SecretsManagerClient({
    endpoint: system.endpoint,
    region: ENGINE_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const key = async (): Promise<Uint8Array> => {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: nameOf({ stage: 'local' }, 'gateway-secret') }),
    );
    return webhookKey(SecretString ?? '');
  };
  return new MessageGateway(join(system.stateDir, 'messages.jsonl'), {
    key,
    post: async (body, headers) => {
      const answer = await fetch(`${system.origin}/api/gateway/receipts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      await answer.body?.cancel();
      return answer.status;
    },
  });
};
