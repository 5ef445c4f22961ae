import { readFileSync, statSync } from 'node:fs';
import type { ContactEntry } from '../core/ports/contacts.js';
import { roleOfContact } from '../core/registry/contact-role.js';
import type { Finding } from '../core/registry/validate/finding.js';
import { parseContacts, type ContactList } from '../core/registry/validate/validate-contacts.js';

/** Lists of invented contacts, all with `example` addresses: what the stories and the demo need. */
export const DEMO_CONTACT_FILES = ['contacts-demo.csv', 'contacts-demo-wards.csv'].map(
  (name) => new URL(`./data/${name}`, import.meta.url).pathname,
);

/** Reads a CSV of contacts as it is. @throws Error without a file. */
export const readContactList = (file: string): ContactList => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
  return parseContacts(readFileSync(file, 'utf8'), file);
};

/** Reads a CSV of contacts. A contact's id is its role, with its number where an agency has several. @throws Error without a file. */
export const readContacts = (file: string): { contacts: ContactEntry[]; findings: Finding[] } => {
  const { rows, findings } = readContactList(file);
  const contacts = rows.map(({ agency, verifiedOn, ...row }) => ({
    ...row,
    agencyId: agency,
    id: row.role,
    role: roleOfContact(row.role),
    verifiedOn: verifiedOn === '' ? null : verifiedOn,
  }));
  return { contacts, findings };
};
