import {
  inOrder,
  parseAddressSince,
  parseContactItem,
  parsePost,
  toContactItem,
} from '../../../adapters/dynamodb/contact-item.js';
import { agencyPartition, keys } from '../../../adapters/dynamodb/keys.js';
import { INDEXES } from '../../../adapters/dynamodb/layout.js';
import { listPage, type ReadIndex } from '../../../adapters/dynamodb/list-pages.js';
import { parseSummaryItem } from '../../../adapters/dynamodb/petition-summary.js';
import type { VaultItems } from '../../../adapters/dynamodb/vault-items.js';
import type { PetitionList, PetitionPage, PetitionQuery } from '../../../core/ports/audit.js';
import type { Contact, ContactStore, Post } from '../../../core/ports/contacts.js';
import type { Keyed } from '../../../core/ports/keyed.js';
import type { Instant, LocalDay } from '../../../core/time.js';
import type { DigestLink, Link, LinkStore } from '../../../core/ports/links.js';
import { type InMemoryDatabase, valuesOf } from './in-memory-database.js';

export class InMemoryLinkStore implements LinkStore {
  constructor(private readonly database: InMemoryDatabase) {}

  find(hash: string): Promise<Link | null> {
    const item = this.database.get('Petitions', keys.link(hash));
    return Promise.resolve(item === undefined ? null : (valuesOf(item) as unknown as Link));
  }

  put(link: Link): Promise<void> {
    const key = keys.link(link.hash);
    this.database.write({ table: 'Petitions', key, apply: () => ({ ...key, ...link }) });
    return Promise.resolve();
  }

  findDigest(hash: string): Promise<DigestLink | null> {
    const item = this.database.get('Petitions', keys.digestLink(hash));
    return Promise.resolve(item === undefined ? null : (valuesOf(item) as unknown as DigestLink));
  }

  putDigest(link: DigestLink): Promise<void> {
    const key = keys.digestLink(link.hash);
    this.database.write({ table: 'Petitions', key, apply: () => ({ ...key, ...link }) });
    return Promise.resolve();
  }
}

export class InMemoryContactStore implements ContactStore {
  constructor(private readonly database: InMemoryDatabase) {}

  of(agencyId: string): Promise<Contact[]> {
    return Promise.resolve(
      inOrder(this.database.query('Contacts', agencyPartition(agencyId)).map(parseContactItem)),
    );
  }

  posts(agencyId: string): Promise<Post[]> {
    const items = this.database.query('Contacts', agencyPartition(agencyId));
    return Promise.resolve(inOrder(items.map(parsePost)));
  }

  addressSince(agencyId: string, contactId: string): Promise<string | null> {
    const item = this.database.get('Contacts', keys.contact(agencyId, contactId));
    return Promise.resolve(item === undefined ? null : parseAddressSince(item));
  }

  put(contact: Contact): Promise<void> {
    const key = keys.contact(contact.agencyId, contact.id);
    this.database.write({ table: 'Contacts', key, apply: () => toContactItem(contact) });
    return Promise.resolve();
  }

  async markBounced(
    { agencyId, id }: { agencyId: string; id: string },
    { on, mailedAt }: { on: LocalDay; mailedAt: Instant },
  ): Promise<void> {
    const contact = (await this.of(agencyId)).find((each) => each.id === id);
    if (contact !== undefined && contact.addressSince <= mailedAt)
      await this.put({ ...contact, bouncedOn: contact.bouncedOn ?? on });
  }

  remove(agencyId: string, contactId: string): Promise<void> {
    const key = keys.contact(agencyId, contactId);
    this.database.write({ table: 'Contacts', key, apply: () => undefined });
    return Promise.resolve();
  }
}

export class InMemoryVaultItems implements VaultItems {
  constructor(private readonly database: InMemoryDatabase) {}

  document(petitionId: string, seq: number): Promise<string | null> {
    const item = this.database.get('Residents', keys.document(petitionId, seq));
    return Promise.resolve(item === undefined ? null : String(item['jwe']));
  }

  wrappedKey(petitionId: string): Promise<string | null> {
    const item = this.database.get('ResidentKeys', keys.dataKey(petitionId));
    return Promise.resolve(item === undefined ? null : String(item['wrappedKey']));
  }
}

export class InMemoryPetitionList implements PetitionList {
  constructor(
    private readonly database: InMemoryDatabase,
    private readonly keyed: Keyed,
  ) {}

  list(query: PetitionQuery, page: Parameters<PetitionList['list']>[1]): Promise<PetitionPage> {
    return listPage({ read: (range) => this.#read(range), keyed: this.keyed }, query, page);
  }

  #read(range: Parameters<ReadIndex>[0]): ReturnType<ReadIndex> {
    const { sort } = INDEXES[range.index];
    const all = this.database
      .index(range.index, range.partition)
      .map((item) => ({ sort: String(item[sort]), item }))
      .filter((entry) => range.from <= entry.sort && entry.sort <= range.to)
      .map((entry) => ({ sort: entry.sort, summary: parseSummaryItem(entry.item) }));
    const ordered = range.descending ? all.toReversed() : all;
    const start =
      range.after === null ? 0 : 1 + ordered.findIndex((entry) => entry.sort === range.after?.sort);
    const entries = ordered.slice(start, start + range.limit);
    return Promise.resolve({ entries, isEnd: start + entries.length >= ordered.length });
  }
}
