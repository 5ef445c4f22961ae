import { beforeAll, describe, expect, it } from 'vitest';
import { importContacts } from '../../../adapters/dynamodb/contact-import.js';
import { DynamoContactStore } from '../../../adapters/dynamodb/contact-store.js';
import type { Tables } from '../../../adapters/dynamodb/tables.js';
import { aContact } from '../../support/builders/link-builder.js';
import { useEngine } from '../../support/engine.js';
import { createTables } from './create-tables.js';

const aws = useEngine();
const FIRST = '2026-01-05T02:00:00.000Z';
const LATER = '2026-02-05T02:00:00.000Z';
const BOUNCED = { on: '2026-01-20', mailedAt: '2026-01-20T02:00:00.000Z' };
let tables: Tables;
let store: DynamoContactStore;

beforeAll(async () => {
  tables = await createTables(aws.clientConfig());
  store = new DynamoContactStore(tables);
});

const importAt = (at: string, ...contacts: Parameters<typeof importContacts>[1]) =>
  importContacts(tables, contacts, { user: 'can-bo', at });

describe('an imported list of contacts', () => {
  const imported = async (agencyId: string) => {
    const contact = aContact({ agencyId });
    await importAt(FIRST, contact);
    await store.markBounced(contact, BOUNCED);
    return contact;
  };
  const marked = async (agencyId: string) => (await store.of(agencyId))[0]?.bouncedOn;

  it('leaves a mailbox that refuses mails out until its address is another one', async () => {
    const contact = await imported('dia-chi');
    await importAt(LATER, contact);
    await importAt(LATER, { ...contact, name: 'Nguyễn Thị Thu Hà', email: contact.email.toUpperCase() });
    expect(await marked('dia-chi')).toBe('2026-01-20');
    await importAt('2026-02-06T02:00:00.000Z', { ...contact, email: 'moi@thoian.example' });
    expect(await marked('dia-chi')).toBeUndefined();
  });

  it('or until it was verified anew', async () => {
    const contact = await imported('xac-nhan');
    const { redirected } = await importAt(LATER, { ...contact, verifiedOn: '2026-02-01' });
    expect(await marked('xac-nhan')).toBeUndefined();
    // Mails go to it once more, so its open tasks are mailed again.
    expect(redirected).toEqual(['xac-nhan']);
  });

  it('keeps since when an address is in force: the bounce of an earlier mail says nothing of it', async () => {
    const contact = aContact({ agencyId: 'cu' });
    await importAt(FIRST, contact);
    await importAt(LATER, { ...contact, email: 'moi@thoian.example' });
    await store.markBounced(contact, BOUNCED);
    expect(await marked('cu')).toBeUndefined();
    await store.markBounced(contact, { on: '2026-02-07', mailedAt: '2026-02-07T02:00:00.000Z' });
    expect(await marked('cu')).toBe('2026-02-07');
  });

  it('is read back whole, without the audit of its changes', async () => {
    const agencies = new Set((await store.all()).map(({ agencyId }) => agencyId));
    expect([...agencies].sort()).toEqual(['cu', 'dia-chi', 'xac-nhan']);
  });
});
