import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { beforeAll, describe } from 'vitest';
import { DynamoContactStore } from '../../../adapters/dynamodb/contact-store.js';
import { DynamoDigestStore } from '../../../adapters/dynamodb/digest-store.js';
import { DynamoDuplicateLinks } from '../../../adapters/dynamodb/duplicate-links.js';
import { DynamoSupportIndex } from '../../../adapters/dynamodb/support-index.js';
import { DynamoTextSketches } from '../../../adapters/dynamodb/text-sketches.js';
import { DynamoLinkStore } from '../../../adapters/dynamodb/link-store.js';
import { DynamoMeetingStore } from '../../../adapters/dynamodb/meeting-store.js';
import { DynamoNoticeStore } from '../../../adapters/dynamodb/notice-store.js';
import { DynamoPetitionFinder } from '../../../adapters/dynamodb/petition-finder.js';
import { DynamoPetitionList } from '../../../adapters/dynamodb/petition-list.js';
import { DynamoPetitionStore } from '../../../adapters/dynamodb/petition-store.js';
import { DynamoSearchLog } from '../../../adapters/dynamodb/search-log.js';
import { DynamoReleaseWalkStore } from '../../../adapters/dynamodb/release-walk-store.js';
import type { Tables } from '../../../adapters/dynamodb/tables.js';
import { DynamoThreadStore } from '../../../adapters/dynamodb/thread-store.js';
import { DynamoVaultItems } from '../../../adapters/dynamodb/vault-items.js';
import { EnvelopeVault } from '../../../adapters/vault/envelope-vault.js';
import { KmsWrappingKeys } from '../../../adapters/vault/wrapping-keys.js';
import { coveredNoticeContract } from '../../support/contracts/covered-notice.contract.js';
import { digestStoreContract } from '../../support/contracts/digest-store.contract.js';
import { mattersContract } from '../../support/contracts/matters.contract.js';
import { meetingStoreContract } from '../../support/contracts/meeting-store.contract.js';
import { noticeStoreContract } from '../../support/contracts/notice-store.contract.js';
import { supportIndexContract } from '../../support/contracts/support-index.contract.js';
import { deskPrecedentsContract } from '../../support/contracts/desk-precedents.contract.js';
import { DynamoDeskPrecedents } from '../../../adapters/dynamodb/desk-precedents.js';
import { holdingsContract } from '../../support/contracts/holdings.contract.js';
import { DynamoStoredPetitions } from '../../../adapters/dynamodb/stored-petitions.js';
import { DynamoHoldings } from '../../../adapters/dynamodb/holdings.js';
import { duplicatesContract } from '../../support/contracts/duplicates.contract.js';
import { petitionFinderContract } from '../../support/contracts/petition-finder.contract.js';
import { petitionListContract } from '../../support/contracts/petition-list.contract.js';
import { listLatenessContract } from '../../support/contracts/petition-list-lateness.contract.js';
import { petitionStoreContract, type Stores } from '../../support/contracts/petition-store.contract.js';
import { releaseWalkStoreContract } from '../../support/contracts/release-walk-store.contract.js';
import { contactStoreContract, linkStoreContract } from '../../support/contracts/small-stores.contract.js';
import { storedPetitionsContract } from '../../support/contracts/stored-petitions.contract.js';
import { threadStoreContract } from '../../support/contracts/thread-store.contract.js';
import { vaultContract } from '../../support/contracts/vault.contract.js';
import { useEngine } from '../../support/engine.js';
import { FakeKeyed } from '../../support/fakes/fake-keyed.js';
import { createTables } from './create-tables.js';

const aws = useEngine();
let tables: Tables;
let stores: Stores;
let vault: EnvelopeVault;

beforeAll(async () => {
  tables = await createTables(aws.clientConfig());
  stores = {
    store: new DynamoPetitionStore(tables),
    threads: new DynamoThreadStore(tables),
    notices: new DynamoNoticeStore(tables),
  };
  const kms = new KMSClient(aws.clientConfig());
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const wrappingKeys = new KmsWrappingKeys(kms, KeyMetadata?.KeyId ?? '');
  vault = new EnvelopeVault({ items: new DynamoVaultItems(tables), wrappingKeys });
});

describe('petition store in DynamoDB', () => {
  petitionStoreContract(() => stores, { from: 1_000 });
});

describe('thread store in DynamoDB', () => {
  threadStoreContract(() => stores, { from: 2_000 });
});

describe('notice store in DynamoDB', () => {
  noticeStoreContract(() => stores, { from: 3_000 });
});

describe('list in DynamoDB', () => {
  const under = () => ({ store: stores.store, list: new DynamoPetitionList(tables, new FakeKeyed()) });
  petitionListContract(under, { from: 4_000 });
  listLatenessContract(under, { from: 22_000 });
});

describe('holdings in DynamoDB', () => {
  const under = () => ({ store: stores.store, holdings: new DynamoHoldings(tables, new FakeKeyed()) });
  holdingsContract(under, { from: 21_000 });
});

describe('stored petitions in DynamoDB', () => {
  const under = () => ({ store: stores.store, petitions: new DynamoStoredPetitions(tables) });
  storedPetitionsContract(under, { from: 23_000 });
});

describe('release walks in DynamoDB', () => {
  releaseWalkStoreContract(() => new DynamoReleaseWalkStore(tables));
});

describe('digests in DynamoDB', () => {
  digestStoreContract(() => new DynamoDigestStore(tables));
  coveredNoticeContract(() => stores, { from: 10_000 });
});

describe('links and contacts in DynamoDB', () => {
  linkStoreContract(() => new DynamoLinkStore(tables));
  contactStoreContract(() => new DynamoContactStore(tables));
});

describe('meetings in DynamoDB', () => {
  meetingStoreContract(() => new DynamoMeetingStore(tables), { from: 7_000 });
});

describe('blind index and searches in DynamoDB', () => {
  const under = () => ({
    store: stores.store,
    finder: new DynamoPetitionFinder(tables),
    searches: new DynamoSearchLog(tables),
  });
  petitionFinderContract(under, { from: 8_000 });
});

describe('duplicates in DynamoDB', () => {
  const under = () => ({
    store: stores.store,
    duplicates: new DynamoDuplicateLinks(tables),
    sketches: new DynamoTextSketches(tables),
  });
  duplicatesContract(under, { from: 9_000 });
});

describe('matters in DynamoDB', () => {
  const under = () => ({
    ...{ store: stores.store, threads: stores.threads },
    sketches: new DynamoTextSketches(tables),
  });
  mattersContract(under, { from: 11_000 });
});

describe('index of support tasks in DynamoDB', () => {
  const under = () => ({
    store: stores.store,
    supports: new DynamoSupportIndex(tables),
    list: new DynamoPetitionList(tables, new FakeKeyed()),
  });
  supportIndexContract(under, { from: 9_500 });
});

describe('decisions of the desk in DynamoDB', () => {
  deskPrecedentsContract(() => ({ store: stores.store, precedents: new DynamoDeskPrecedents(tables) }), {
    from: 12_000,
  });
});

describe('vault in DynamoDB and KMS', () => {
  vaultContract(() => ({ store: stores.store, vault }), { from: 5_000 });
});
