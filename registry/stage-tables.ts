import { createHmac, randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemClock } from '../adapters/clock.js';
import { DynamoNoticeStore } from '../adapters/dynamodb/notice-store.js';
import { DynamoPetitionList } from '../adapters/dynamodb/petition-list.js';
import { DynamoPetitionStore } from '../adapters/dynamodb/petition-store.js';
import { DynamoSupportIndex } from '../adapters/dynamodb/support-index.js';
import type { Keyed } from '../core/ports/keyed.js';
import type { ResendDeps } from '../core/use-cases/resend-tasks.js';
import { stageOutputs } from './stage-outputs.js';

/** Seals cursors, which do not leave this process. */
const ownKeyed = (): Keyed => {
  const key = randomBytes(32);
  return {
    mac: (purpose, text) =>
      Promise.resolve(createHmac('sha256', key).update(`${purpose}.${text}`).digest('hex')),
  };
};

/** What the commands about contacts use of a deployed stage, with the rights of whoever runs them. */
export interface StageTables {
  client: DynamoDBDocumentClient;
  contacts: string;
  resend: ResendDeps;
}

/** @throws Error when the stage is not deployed or its configuration is not complete. */
export const stageTables = async (stage: string): Promise<StageTables> => {
  const { region, endpoint, outputs } = await stageOutputs(stage);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, ...(endpoint && { endpoint }) }));
  const petitions = outputs['PetitionsTable'] ?? '';
  return {
    client,
    contacts: outputs['ContactsTable'] ?? '',
    resend: {
      clock: systemClock,
      list: new DynamoPetitionList({ client, petitions }, ownKeyed()),
      supports: new DynamoSupportIndex({ client, petitions }),
      // Only the record is read: nothing of persons.
      store: new DynamoPetitionStore({ client, petitions, residents: '', residentKeys: '' }),
      notices: new DynamoNoticeStore({ client, petitions }),
    },
  };
};
