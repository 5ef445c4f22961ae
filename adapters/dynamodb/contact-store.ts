import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  paginateScan,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Contact, ContactStore, Post } from '../../core/ports/contacts.js';
import type { Instant, LocalDay } from '../../core/time.js';
import { inOrder, parseAddressSince, parseContactItem, parsePost, toContactItem } from './contact-item.js';
import { agencyOfPartition, agencyPartition, keys } from './keys.js';
import { ADDRESS_SINCE, POST_ATTRIBUTES } from './layout.js';
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

  /** Reads these attributes only: the functions behind officials' links have no right to names and addresses. */
  async posts(agencyId: string): Promise<Post[]> {
    const { Items } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.contacts,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': agencyPartition(agencyId) },
        Select: 'SPECIFIC_ATTRIBUTES',
        ProjectionExpression: POST_ATTRIBUTES.map((name) => `#${name}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(POST_ATTRIBUTES.map((name) => [`#${name}`, name])),
        ConsistentRead: true,
      }),
    );
    return inOrder((Items ?? []).map(parsePost));
  }

  /** Every contact: reads the whole table, which is for operators' commands only. */
  async all(): Promise<Contact[]> {
    const found: Contact[] = [];
    const pages = paginateScan(
      { client: this.#tables.client },
      {
        TableName: this.#tables.contacts,
        FilterExpression: 'begins_with(pk, :agency)',
        ExpressionAttributeValues: { ':agency': agencyPartition('') },
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items.map(parseContactItem));
    return found;
  }

  /** Touches these attributes only: the function that hears of bounces has no right to the others. */
  async markBounced(
    { agencyId, id }: { agencyId: string; id: string },
    { on, mailedAt }: { on: LocalDay; mailedAt: Instant },
  ): Promise<void> {
    const command = new UpdateCommand({
      TableName: this.#tables.contacts,
      Key: keys.contact(agencyId, id),
      UpdateExpression: 'SET bouncedOn = if_not_exists(bouncedOn, :on)',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(addressSince) OR addressSince <= :mailedAt)',
      ExpressionAttributeValues: { ':on': on, ':mailedAt': mailedAt },
    });
    try {
      await this.#tables.client.send(command);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** Reads these attributes only: functions that check links have no right to the others. */
  async addressSince(agencyId: string, contactId: string): Promise<Instant | null> {
    const { Item } = await this.#tables.client.send(
      new GetCommand({
        TableName: this.#tables.contacts,
        Key: keys.contact(agencyId, contactId),
        ProjectionExpression: `pk, sk, ${ADDRESS_SINCE}`,
        ConsistentRead: true,
      }),
    );
    return Item === undefined ? null : parseAddressSince(Item);
  }

  /** Every agency that has a contact: reads the whole table, which is for operators' commands only. */
  async agencies(): Promise<string[]> {
    const pages = paginateScan(
      { client: this.#tables.client },
      { TableName: this.#tables.contacts, ProjectionExpression: 'pk' },
    );
    const found = new Set<string>();
    for await (const { Items = [] } of pages) {
      for (const { pk } of Items) {
        const agencyId = agencyOfPartition(String(pk));
        if (agencyId !== null) found.add(agencyId);
      }
    }
    return [...found].sort();
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
