import { readFileSync } from 'node:fs';
import type { Contact } from '../core/ports/contacts.js';
import type { Finding } from '../core/registry/validate/finding.js';
import { parseContacts } from '../core/registry/validate/validate-contacts.js';

/** Lists of invented contacts, all with `example` addresses: what the stories and the demo need. */
export const DEMO_CONTACT_FILES = ['contacts-demo.csv', 'contacts-demo-wards.csv'].map(
  (name) => new URL(`./data/${name}`, import.meta.url).pathname,
);

/** Reads a CSV of contacts. A contact's id is its role: one for each role of an agency. */
export const readContacts = (file: string): { contacts: Contact[]; findings: Finding[] } => {
  const { rows, findings } = parseContacts(readFileSync(file, 'utf8'), file);
  const contacts = rows.map(({ agency, verifiedOn, ...row }) => ({
    ...row,
    agencyId: agency,
    id: row.role,
    verifiedOn: verifiedOn === '' ? null : verifiedOn,
  }));
  return { contacts, findings };
};
