import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { contactReport } from '../../core/registry/contact-report.js';
import { stageOutputs } from '../stage-outputs.js';
import { print, type Command } from './command.js';

export const reportContactsCommand: Command = {
  usage: '--stage NAME',
  about: 'lists every contact with the day of its verification; mailboxes that refuse mails come first',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { stage: { type: 'string' } } });
    if (values.stage === undefined) throw new TypeError('--stage names the stage to report on');
    const { region, endpoint, outputs } = await stageOutputs(values.stage);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, ...(endpoint && { endpoint }) }));
    const store = new DynamoContactStore({ client, contacts: outputs['ContactsTable'] ?? '' });
    const { unreachable, lines } = contactReport(await store.all());
    for (const line of lines) print(line);
    for (const agencyId of unreachable) print(`NO MAIL REACHES ${agencyId}`);
    print(`${lines.length} contacts, ${unreachable.length} agencies that no mail reaches.`);
    return 0;
  },
};
