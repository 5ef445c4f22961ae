import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../../core/ports/contacts.js';
import type { Instant } from '../../core/time.js';
import { toContactItem } from './contact-item.js';
import { DynamoContactStore } from './contact-store.js';
import { agencyPartition } from './keys.js';
import type { Tables } from './tables.js';

export interface ContactChange {
  contact: Contact;
  was: Contact | null;
}

const isSame = (a: Contact, b: Contact): boolean =>
  a.name === b.name && a.position === b.position && a.email === b.email && a.verifiedOn === b.verifiedOn;

interface By {
  user: string;
  at: Instant;
}

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

/** Agencies written at a time. */
const PARALLEL = 10;

/**
 * Writes the contacts that differ from the table, each in one transaction with an entry that says who changed what and
 * when. Importing the same file again changes nothing. Contacts that the file does not name stay.
 */
export const importContacts = async (
  tables: Pick<Tables, 'client' | 'contacts'>,
  contacts: readonly Contact[],
  by: By,
): Promise<ContactChange[]> => {
  const store = new DynamoContactStore(tables);
  const importAgency = async (agencyId: string): Promise<ContactChange[]> => {
    const present = await store.of(agencyId);
    const changes = contacts
      .filter((contact) => contact.agencyId === agencyId)
      .map((contact) => ({ contact, was: present.find(({ id }) => id === contact.id) ?? null }))
      .filter(({ contact, was }) => was === null || !isSame(was, contact));
    for (const change of changes) await write(tables, change, by);
    return changes;
  };
  const agencies = [...new Set(contacts.map(({ agencyId }) => agencyId))];
  const changes: ContactChange[] = [];
  for (let first = 0; first < agencies.length; first += PARALLEL)
    changes.push(...(await Promise.all(agencies.slice(first, first + PARALLEL).map(importAgency))).flat());
  return changes;
};
