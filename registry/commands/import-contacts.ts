import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { importContacts } from '../../adapters/dynamodb/contact-import.js';
import { systemClock } from '../../adapters/clock.js';
import type { ContactEntry } from '../../core/ports/contacts.js';
import { buildRegistry } from '../../core/registry/registry.js';
import type { Finding } from '../../core/registry/validate/finding.js';
import { validateContacts } from '../../core/registry/validate/validate-contacts.js';
import { localDayOf, type Instant } from '../../core/time.js';
import { readContacts } from '../read-contacts.js';
import { readParts } from '../read-parts.js';
import { stageTables } from '../stage-tables.js';
import { print, type Command } from './command.js';
import { resendAssigned, resendTo } from './resend-tasks.js';

const findingsOf = (file: string, contacts: readonly ContactEntry[], at: Instant): Finding[] => {
  const rows = contacts.map(({ agencyId, id, verifiedOn, ...rest }) => ({
    ...rest,
    role: id,
    agency: agencyId,
    verifiedOn: verifiedOn ?? '',
  }));
  const agencies = [...new Set(rows.map(({ agency }) => agency))];
  return validateContacts(buildRegistry(readParts()), rows, { agencies, day: localDayOf(at), file });
};

/** Tells what is wrong, unverified or missing. Null when something is wrong. */
const checkedContacts = (file: string, at: Instant): ContactEntry[] | null => {
  const { contacts, findings } = readContacts(file);
  const all = [...findings, ...findingsOf(file, contacts, at)];
  for (const { severity, place, what, mend } of all)
    print(`${severity.toUpperCase()} ${place}: ${what}. To mend: ${mend}.`);
  return all.some(({ severity }) => severity === 'error') ? null : contacts;
};

export const importContactsCommand: Command = {
  usage: 'FILE.csv --stage NAME',
  about: 'checks a list and writes what is new or changed; whoever lost a role loses its links',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { stage: { type: 'string' } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new TypeError('name one file: FILE.csv');
    if (values.stage === undefined) throw new TypeError('--stage names the stage to import to');
    const at = systemClock.now();
    const contacts = checkedContacts(file, at);
    if (contacts === null) {
      print('Nothing was imported.');
      return 1;
    }
    const stage = await stageTables(values.stage);
    const { changes, redirected, moved } = await importContacts(stage, contacts, {
      user: userInfo().username,
      at,
    });
    for (const { contact, was } of changes)
      print(`${was === null ? 'new' : 'changed'} ${contact.agencyId} ${contact.id}`);
    print(`${changes.length} of ${contacts.length} contacts were new or changed.`);
    await resendTo(stage, redirected);
    await resendAssigned(stage, moved);
    return 0;
  },
};
