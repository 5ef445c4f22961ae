import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { importContacts } from '../adapters/dynamodb/contact-import.js';
import { publishRelease } from '../adapters/publish-release.js';
import { S3RegistryObjects } from '../adapters/s3/registry-objects.js';
import type { DeployedApp } from '../infra/deploy.js';
import { releaseOfFiles } from '../registry/commands/build.js';
import { DEMO_CONTACT_FILES, readContacts } from '../registry/read-contacts.js';
import { ENGINE_REGION } from './engine/process.js';
import type { Log } from './engine/venv.js';

/** Publishes the registry of this checkout and imports the demo contacts; what is there already stays. */
export const loadData = async (app: DeployedApp, endpoint: string, log: Log): Promise<void> => {
  const config = {
    endpoint,
    region: ENGINE_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  log('Loading registry and contacts');
  const bucket = new S3RegistryObjects(new S3Client({ ...config, forcePathStyle: true }), app.registryBucket);
  await publishRelease(bucket, releaseOfFiles('registry/data'));
  const tables = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(config)),
    contacts: app.contactsTable,
  };
  const contacts = DEMO_CONTACT_FILES.flatMap((file) => readContacts(file).contacts);
  const at = new Date().toISOString();
  await importContacts(tables, contacts, { user: 'npm start', at, onlyNew: true });
};
