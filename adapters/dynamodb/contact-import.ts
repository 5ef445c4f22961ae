import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { inGroups } from '../../core/in-groups.js';
import type { Contact, ContactEntry } from '../../core/ports/contacts.js';
import { isDeskRole } from '../../core/registry/contact-role.js';
import { groupBy } from '../../core/registry/lazy.js';
import type { Instant } from '../../core/time.js';
import { inOrder, toContactItem } from './contact-item.js';
import { DynamoContactStore } from './contact-store.js';
import { agencyPartition } from './keys.js';
import type { Tables } from './tables.js';

export interface ContactChange {
  contact: Contact;
  was: Contact | null;
}

export interface ContactImport {
  changes: ContactChange[];
  /** Agencies whose mails go to another address than before: their open tasks have to be mailed again. */
  redirected: string[];
  /** Contacts with another address than before, of the other agencies: tasks assigned to them have to be mailed again. */
  moved: { agencyId: string; contactIds: string[] }[];
}

interface By {
  user: string;
  at: Instant;
  /** Contacts that are there stay as they are: for lists of examples. */
  onlyNew?: boolean;
}

const isSame = (a: ContactEntry, b: ContactEntry): boolean =>
  a.name === b.name && a.position === b.position && a.email === b.email && a.verifiedOn === b.verifiedOn;

/** A mailbox is one whatever its case; who shares it shares its links. */
const hasSameAddress = (a: ContactEntry | undefined, b: ContactEntry | undefined): boolean =>
  a?.email.toLowerCase() === b?.email.toLowerCase();

/** A mailbox that refused our mails goes on being left out until it is another one, or was verified anew. */
const asImported = (entry: ContactEntry, was: Contact | null, at: Instant): Contact => {
  if (was === null || !hasSameAddress(entry, was)) return { ...entry, addressSince: at };
  const { addressSince, bouncedOn } = was;
  const isStillDead = bouncedOn !== undefined && entry.verifiedOn === was.verifiedOn;
  return { ...entry, addressSince, ...(isStillDead && { bouncedOn }) };
};

const change = (entry: ContactEntry, was: Contact | null, at: Instant): ContactChange => ({
  contact: asImported(entry, was, at),
  was,
});

/** Where the mails of an agency go that are meant for nobody in particular. */
const mailedTo = (contacts: readonly Contact[]): Contact | undefined =>
  contacts.find(({ role, bouncedOn }) => isDeskRole(role) && bouncedOn === undefined);

const write = (tables: Pick<Tables, 'client' | 'contacts'>, { contact, was }: ContactChange, by: By) =>
  tables.client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: tables.contacts, Item: toContactItem(contact) } },
        {
          Put: {
            TableName: tables.contacts,
            Item: {
              pk: `AUDIT#${agencyPartition(contact.agencyId)}`,
              sk: `${by.at}#${contact.id}`,
              ...{ at: by.at, by: by.user, was, is: contact },
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
    }),
  );

const importAgency = async (
  tables: Pick<Tables, 'client' | 'contacts'>,
  entries: readonly ContactEntry[],
  by: By,
): Promise<{ changes: ContactChange[]; isRedirected: boolean; contactIds: string[] }> => {
  const present = await new DynamoContactStore(tables).of(entries[0]?.agencyId ?? '');
  const changes = entries
    .map((entry) => change(entry, present.find(({ id }) => id === entry.id) ?? null, by.at))
    .filter(({ contact, was }) => was === null || (by.onlyNew !== true && !isSame(was, contact)));
  for (const one of changes) await write(tables, one, by);
  const changed = changes.map(({ contact }) => contact);
  const after = inOrder([...present.filter(({ id }) => changed.every((one) => one.id !== id)), ...changed]);
  const contactIds = changes
    .filter(({ contact, was }) => was !== null && !hasSameAddress(contact, was))
    .map(({ contact }) => contact.id);
  return { changes, contactIds, isRedirected: !hasSameAddress(mailedTo(present), mailedTo(after)) };
};

/** Agencies written at a time. */
const PARALLEL = 10;

/**
 * Writes the contacts that differ from the table, each in one transaction with an entry that says who changed what and
 * when. Importing the same file again changes nothing. Contacts that the file does not name stay. Links mailed to an
 * address that a contact no longer has are dead from here on.
 */
export const importContacts = async (
  tables: Pick<Tables, 'client' | 'contacts'>,
  contacts: readonly ContactEntry[],
  by: By,
): Promise<ContactImport> => {
  const agencies = [...groupBy(contacts, ({ agencyId }) => agencyId)];
  const done = await inGroups(agencies, PARALLEL, async ([agencyId, entries]) => ({
    agencyId,
    ...(await importAgency(tables, entries, by)),
  }));
  return {
    changes: done.flatMap(({ changes }) => changes),
    redirected: done.filter(({ isRedirected }) => isRedirected).map(({ agencyId }) => agencyId),
    moved: done
      .filter(({ isRedirected, contactIds }) => !isRedirected && contactIds.length > 0)
      .map(({ agencyId, contactIds }) => ({ agencyId, contactIds })),
  };
};
