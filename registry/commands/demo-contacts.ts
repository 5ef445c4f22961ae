import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONTACT_COLUMNS } from '../../core/registry/contact.js';
import { buildRegistry } from '../../core/registry/registry.js';
import { demoContacts, wardContacts } from '../demo-contacts.js';
import { DATA_FOLDER, readParts } from '../read-parts.js';
import { print, type Command } from './command.js';

const toCsv = (rows: readonly Record<(typeof CONTACT_COLUMNS)[number], string>[]): string => {
  const quote = (field: string) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const lines = rows.map((row) => CONTACT_COLUMNS.map((name) => quote(row[name])).join(','));
  return `${[CONTACT_COLUMNS.join(','), ...lines].join('\n')}\n`;
};

export const demoContactsCommand: Command = {
  usage: '',
  about: 'writes the fictitious contacts of the stories and of the wards of TP.HCM anew',
  run: (args) => {
    parseArgs({ args, options: {} });
    const registry = buildRegistry(readParts());
    const files = {
      'contacts-demo.csv': demoContacts(registry),
      'contacts-demo-wards.csv': wardContacts(registry),
    };
    for (const [name, rows] of Object.entries(files)) {
      writeFileSync(new URL(name, DATA_FOLDER), toCsv(rows));
      print(`${name}: ${rows.length} contacts`);
    }
    return 0;
  },
};
