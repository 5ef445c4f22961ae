import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact, ContactStore } from '../../core/ports/contacts.js';
import { inOrder, parseContactItem, toContactItem } from './contact-item.js';
import { agencyPartition, keys } from './keys.js';
import type { Tables } from './tables.js';

/** Who gets the mails of an agency. A table of its own: contacts are not part of registry releases. */
export class DynamoContactStore implements ContactStore {
  readonly #tables: Pick<Tables, 'client' | 'contacts'>;

  constructor(tables: Pick<Tables, 'client' | 'contacts'>) {
    this.#tables = tables;
  }

  async of(agencyId: string): Promise<Contact[]> {
    const { Items } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.contacts,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': agencyPartition(agencyId) },
        ConsistentRead: true,
      }),
    );
    return inOrder((Items ?? []).map(parseContactItem));
  }

  /** Writes or replaces a contact: imports and corrections. */
  async put(contact: Contact): Promise<void> {
    await this.#tables.client.send(
      new PutCommand({ TableName: this.#tables.contacts, Item: toContactItem(contact) }),
    );
  }

  async remove(agencyId: string, contactId: string): Promise<void> {
    const Key = keys.contact(agencyId, contactId);
    await this.#tables.client.send(new DeleteCommand({ TableName: this.#tables.contacts, Key }));
  }
}
