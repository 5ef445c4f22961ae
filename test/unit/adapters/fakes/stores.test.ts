import { describe } from 'vitest';
import { noticeStoreContract } from '../../../support/contracts/notice-store.contract.js';
import { petitionStoreContract } from '../../../support/contracts/petition-store.contract.js';
import { threadStoreContract } from '../../../support/contracts/thread-store.contract.js';
import { createFakeAdapters } from '../../../support/fakes/fake-adapters.js';

const fakes = createFakeAdapters();

describe('petition store in memory', () => {
  petitionStoreContract(() => fakes, { from: 1_000 });
});

describe('thread store in memory', () => {
  threadStoreContract(() => fakes, { from: 2_000 });
});

describe('notice store in memory', () => {
  noticeStoreContract(() => fakes, { from: 3_000 });
});
