import { describe } from 'vitest';
import { executionsContract } from '../../../support/contracts/executions.contract.js';
import { fileStoreContract } from '../../../support/contracts/file-store.contract.js';
import { coveredNoticeContract } from '../../../support/contracts/covered-notice.contract.js';
import { digestStoreContract } from '../../../support/contracts/digest-store.contract.js';
import { mattersContract } from '../../../support/contracts/matters.contract.js';
import { meetingStoreContract } from '../../../support/contracts/meeting-store.contract.js';
import { noticeStoreContract } from '../../../support/contracts/notice-store.contract.js';
import { supportIndexContract } from '../../../support/contracts/support-index.contract.js';
import { deskPrecedentsContract } from '../../../support/contracts/desk-precedents.contract.js';
import { holdingsContract } from '../../../support/contracts/holdings.contract.js';
import { duplicatesContract } from '../../../support/contracts/duplicates.contract.js';
import { petitionFinderContract } from '../../../support/contracts/petition-finder.contract.js';
import { petitionListContract } from '../../../support/contracts/petition-list.contract.js';
import { listLatenessContract } from '../../../support/contracts/petition-list-lateness.contract.js';
import { petitionStoreContract } from '../../../support/contracts/petition-store.contract.js';
import { releaseWalkStoreContract } from '../../../support/contracts/release-walk-store.contract.js';
import { contactStoreContract, linkStoreContract } from '../../../support/contracts/small-stores.contract.js';
import { storedPetitionsContract } from '../../../support/contracts/stored-petitions.contract.js';
import { threadStoreContract } from '../../../support/contracts/thread-store.contract.js';
import { vaultContract } from '../../../support/contracts/vault.contract.js';
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

describe('list in memory', () => {
  petitionListContract(() => fakes, { from: 4_000 });
  listLatenessContract(() => fakes, { from: 22_000 });
});

describe('holdings in memory', () => {
  holdingsContract(() => fakes, { from: 21_000 });
});

describe('stored petitions in memory', () => {
  storedPetitionsContract(() => fakes, { from: 23_000 });
});

describe('release walks in memory', () => {
  releaseWalkStoreContract(() => fakes.walks);
});

describe('digests in memory', () => {
  digestStoreContract(() => fakes.digests);
  coveredNoticeContract(() => fakes, { from: 10_000 });
});

describe('links and contacts in memory', () => {
  linkStoreContract(() => fakes.links);
  contactStoreContract(() => fakes.contacts);
});

describe('meetings in memory', () => {
  meetingStoreContract(() => fakes.meetings, { from: 7_000 });
});

describe('blind index and searches in memory', () => {
  petitionFinderContract(() => fakes, { from: 8_000 });
});

describe('decisions of the desk in memory', () => {
  deskPrecedentsContract(() => fakes, { from: 12_000 });
});

describe('duplicates in memory', () => {
  duplicatesContract(() => fakes, { from: 9_000 });
  supportIndexContract(() => fakes, { from: 9_500 });
});

describe('matters in memory', () => {
  mattersContract(() => fakes, { from: 11_000 });
});

describe('vault over the database in memory', () => {
  vaultContract(() => fakes, { from: 5_000 });
});

describe('files in memory', () => {
  fileStoreContract(() => fakes.files);
});

describe('executions without a workflow', () => {
  const tokenOf = (run: { petitionId: string; thread: string; run: number }): Promise<string> => {
    const token = `token of ${run.petitionId}`;
    fakes.executions.open(token, run);
    return Promise.resolve(token);
  };
  executionsContract(() => ({ executions: fakes.executions, tokenOf }), { from: 6_000 });
});
