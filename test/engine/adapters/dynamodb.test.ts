import { beforeAll, describe } from 'vitest';
import { DynamoNoticeStore } from '../../../adapters/dynamodb/notice-store.js';
import { DynamoPetitionStore } from '../../../adapters/dynamodb/petition-store.js';
import type { Tables } from '../../../adapters/dynamodb/tables.js';
import { DynamoThreadStore } from '../../../adapters/dynamodb/thread-store.js';
import { noticeStoreContract } from '../../support/contracts/notice-store.contract.js';
import { petitionStoreContract, type Stores } from '../../support/contracts/petition-store.contract.js';
import { threadStoreContract } from '../../support/contracts/thread-store.contract.js';
import { useEngine } from '../../support/engine.js';
import { createTables } from './create-tables.js';

const aws = useEngine();
let tables: Tables;
let stores: Stores;

beforeAll(async () => {
  tables = await createTables(aws.clientConfig());
  stores = {
    store: new DynamoPetitionStore(tables),
    threads: new DynamoThreadStore(tables),
    notices: new DynamoNoticeStore(tables),
  };
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
