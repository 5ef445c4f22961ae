import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../../core/ports.js';
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

/**
 * Writes the contacts that differ from the table, each in one transaction with an entry that says who changed what and
 * when. Importing the same file again changes nothing. Contacts that the file does not name stay.
 */
export const importContacts = async (
  tables: Pick<Tables, 'client' | 'contacts'>,
  contacts: readonly Contact[],
  by: { user: string; at: Instant },
): Promise<ContactChange[]> => {
  const store = new DynamoContactStore(tables);
  const known = new Map<string, Contact[]>();
  const changes: ContactChange[] = [];
  for (const contact of contacts) {
    const present = known.get(contact.agencyId) ?? (await store.of(contact.agencyId));
    known.set(contact.agencyId, present);
    const was = present.find(({ id }) => id === contact.id) ?? null;
    if (was !== null && isSame(was, contact)) continue;
    await tables.client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: tables.contacts, Item: toContactItem(contact) } },
          {
            Put: {
              TableName: tables.contacts,
              Item: {
                pk: `AUDIT#${agencyPartition(contact.agencyId)}`,
                sk: `${by.at}#${contact.id}`,
                at: by.at,
                by: by.user,
                was,
                is: contact,
              },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
      }),
    );
    changes.push({ contact, was });
  }
  return changes;
};
