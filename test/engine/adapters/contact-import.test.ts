import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importContacts } from '../../../adapters/dynamodb/contact-import.js';
import { DynamoContactStore } from '../../../adapters/dynamodb/contact-store.js';
import type { Tables } from '../../../adapters/dynamodb/tables.js';
import type { ContactEntry } from '../../../core/ports/contacts.js';
import { aContact } from '../../support/builders/link-builder.js';
import { useEngine } from '../../support/engine.js';
import { createTables } from './create-tables.js';

const FIRST = '2026-11-22T02:00:00.000Z';
const SECOND = '2026-11-23T02:00:00.000Z';
const THIRD = '2026-11-24T02:00:00.000Z';

const aws = useEngine();
let tables: Tables;
let store: DynamoContactStore;
let agencyId = '';
let n = 0;

beforeAll(async () => {
  tables = await createTables(aws.clientConfig());
  store = new DynamoContactStore(tables);
});
beforeEach(() => {
  agencyId = `ubnd-${++n}`;
});

const entry = (change: Partial<ContactEntry> = {}): ContactEntry => {
  const { addressSince: _since, ...rest } = aContact({ agencyId, id: change.role ?? 'main', ...change });
  return rest;
};
const run = (at: string, contacts: ContactEntry[], more: { onlyNew?: boolean } = {}) =>
  importContacts(tables, contacts, { user: 'an', at, ...more });

describe('an import of contacts', () => {
  it('gives a new contact its address from then on, and is redone without effect', async () => {
    expect(await run(FIRST, [entry()])).toMatchObject({ redirected: [agencyId] });
    expect(await run(SECOND, [entry()])).toEqual({ changes: [], redirected: [], moved: [] });
    expect(await store.addressSince(agencyId, 'main')).toBe(FIRST);
  });

  it('counts a new address from its own time', async () => {
    await run(FIRST, [entry()]);
    const { redirected } = await run(SECOND, [entry({ email: 'moi@thoi-an.example' })]);
    expect(redirected).toEqual([agencyId]);
    expect(await store.addressSince(agencyId, 'main')).toBe(SECOND);
  });

  it.each([
    [{ name: 'Võ Thị Mới', position: 'Chủ tịch' }],
    [{ verifiedOn: '2026-11-23' }],
    [{ email: 'Thu@ThoiAn.example' }],
  ])('of %o goes on with the same address', async (change) => {
    await run(FIRST, [entry()]);
    const { changes, redirected } = await run(SECOND, [entry(change)]);
    expect(changes).toHaveLength(1);
    expect(redirected).toEqual([]);
    expect(await store.of(agencyId)).toEqual([expect.objectContaining({ ...change, addressSince: FIRST })]);
  });

  it('redirects the mails of an agency by its first contact only', async () => {
    const head = entry({ role: 'head', email: 'truong@thoi-an.example' });
    expect((await run(FIRST, [head])).redirected).toEqual([agencyId]);
    expect((await run(SECOND, [entry()])).redirected).toEqual([agencyId]);
    const another = { ...head, email: 'truong-moi@thoi-an.example' };
    expect((await run(SECOND, [another])).redirected).toEqual([]);
  });

  it('an office redirects no mails of the agency; with another address only its own tasks are mailed again', async () => {
    const office = (email: string) => entry({ id: 'office-1', role: 'office', email });
    await run(FIRST, [entry()]);
    const added = await run(SECOND, [office('dia-chinh@thoi-an.example')]);
    expect([added.redirected, added.moved]).toEqual([[], []]);
    const moved = await run(THIRD, [office('do-thi@thoi-an.example')]);
    expect(moved).toMatchObject({ redirected: [], moved: [{ agencyId, contactIds: ['office-1'] }] });
  });

  it('of examples leaves alone who is there', async () => {
    await run(FIRST, [entry({ email: 'that@thoi-an.example' })]);
    expect(await run(SECOND, [entry()], { onlyNew: true })).toMatchObject({ changes: [], redirected: [] });
    expect((await run(SECOND, [entry({ role: 'head' })], { onlyNew: true })).changes).toHaveLength(1);
  });

  it('records who changed what and when, found by the time of the address', async () => {
    await run(FIRST, [entry()]);
    await run(SECOND, [entry({ email: 'moi@thoi-an.example' })]);
    const { Items } = await tables.client.send(
      new QueryCommand({
        TableName: tables.contacts,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': `AUDIT#AGENCY#${agencyId}`, ':sk': `${SECOND}#main` },
      }),
    );
    expect(Items).toMatchObject([
      { by: 'an', was: { email: entry().email }, is: { email: 'moi@thoi-an.example' } },
    ]);
  });

  it('lets the agencies with contacts be listed, each once and without the audit', async () => {
    await run(FIRST, [entry(), entry({ role: 'head' })]);
    const agencies = await store.agencies();
    expect(agencies.filter((id) => id === agencyId)).toHaveLength(1);
    expect(agencies.every((id) => id.startsWith('ubnd-'))).toBe(true);
  });
});
