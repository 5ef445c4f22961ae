import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { importContacts } from '../adapters/dynamodb/contact-import.js';
import { buildRegistry } from '../core/registry/registry.js';
import { validateContacts } from '../core/registry/validate/validate-contacts.js';
import { localDayOf } from '../core/time.js';
import { readContacts } from './read-contacts.js';
import { readParts } from './read-parts.js';
import { stageOutputs } from './stage-outputs.js';

const USAGE = 'npm run contacts -- import FILE.csv --stage NAME';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Checks a file, tells what is wrong, unverified or missing, and imports it when nothing is wrong. */
const importFile = async (file: string, stage: string): Promise<number> => {
  const { contacts, findings } = readContacts(file);
  const rows = contacts.map(({ agencyId, id: _id, verifiedOn, ...rest }) => ({
    ...rest,
    agency: agencyId,
    verifiedOn: verifiedOn ?? '',
  }));
  const at = new Date().toISOString();
  const agencies = [...new Set(rows.map(({ agency }) => agency))];
  const all = [
    ...findings,
    ...validateContacts(buildRegistry(readParts()), rows, { agencies, day: localDayOf(at), file }),
  ];
  for (const { severity, place, what, mend } of all)
    say(`${severity.toUpperCase()} ${place}: ${what}. To mend: ${mend}.`);
  if (all.some(({ severity }) => severity === 'error')) {
    say('Nothing was imported.');
    return 1;
  }
  const { region, endpoint, outputs } = await stageOutputs(stage);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, ...(endpoint && { endpoint }) }));
  const tables = { client, contacts: outputs['ContactsTable'] ?? '' };
  const changes = await importContacts(tables, contacts, { user: userInfo().username, at });
  for (const { contact, was } of changes)
    say(`${was === null ? 'new' : 'changed'} ${contact.agencyId} ${contact.role}`);
  say(`${changes.length} of ${contacts.length} contacts were new or changed.`);
  return 0;
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stage: { type: 'string' } },
  });
  const [word, file] = positionals;
  if (word !== 'import' || file === undefined || values.stage === undefined) throw new TypeError(USAGE);
  process.exitCode = await importFile(file, values.stage);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
