import type { Instant } from '../../../core/time.js';
import { RECEIVED_AT } from '../builders/petition-builder.js';
import { FakeBackoff } from './fake-backoff.js';
import { FakeClock } from './fake-clock.js';
import { FakeExecutions } from './fake-executions.js';
import { FakeIds } from './fake-ids.js';
import { FakeKeyed } from './fake-keyed.js';
import { FakeMailer } from './fake-mailer.js';
import { FakeNoticeQueue } from './fake-notice-queue.js';
import { createFakeVault } from './fake-vault.js';
import { InMemoryDigestStore } from './in-memory-digest-store.js';
import { InMemoryDatabase } from './in-memory-database.js';
import { InMemoryDeskPrecedents } from './in-memory-desk-precedents.js';
import { InMemoryDuplicateLinks, InMemoryTextSketches } from './in-memory-duplicates.js';
import { InMemoryFileStore } from './in-memory-file-store.js';
import { InMemoryStoredPetitions } from './in-memory-stored-petitions.js';
import { InMemoryHoldings } from './in-memory-holdings.js';
import { InMemoryMeetingStore } from './in-memory-meeting-store.js';
import { InMemoryNoticeStore } from './in-memory-notice-store.js';
import { InMemoryPetitionFinder, InMemorySearchLog } from './in-memory-petition-finder.js';
import { InMemoryPetitionStore } from './in-memory-petition-store.js';
import { InMemoryReleaseWalkStore } from './in-memory-release-walk-store.js';
import { InMemoryContactStore, InMemoryLinkStore, InMemoryPetitionList } from './in-memory-small-stores.js';
import { InMemorySupportIndex } from './in-memory-support-index.js';
import { InMemoryThreadStore } from './in-memory-thread-store.js';

/** A fake of every port but Registers, over one database; named as the use cases name their dependencies. */
export const createFakeAdapters = (now: Instant = RECEIVED_AT) => {
  const database = new InMemoryDatabase();
  const keyed = new FakeKeyed();
  return {
    database,
    keyed,
    clock: new FakeClock(now),
    ids: new FakeIds(),
    backoff: new FakeBackoff(),
    store: new InMemoryPetitionStore(database),
    walks: new InMemoryReleaseWalkStore(database),
    threads: new InMemoryThreadStore(database),
    notices: new InMemoryNoticeStore(database),
    links: new InMemoryLinkStore(database),
    digests: new InMemoryDigestStore(database),
    contacts: new InMemoryContactStore(database),
    finder: new InMemoryPetitionFinder(database),
    searches: new InMemorySearchLog(database),
    meetings: new InMemoryMeetingStore(database),
    list: new InMemoryPetitionList(database, keyed),
    holdings: new InMemoryHoldings(database, keyed),
    petitions: new InMemoryStoredPetitions(database),
    precedents: new InMemoryDeskPrecedents(database),
    duplicates: new InMemoryDuplicateLinks(database),
    supports: new InMemorySupportIndex(database),
    sketches: new InMemoryTextSketches(database),
    vault: createFakeVault(database),
    executions: new FakeExecutions(),
    mailer: new FakeMailer(),
    queue: new FakeNoticeQueue(),
    files: new InMemoryFileStore(),
  };
};

export type FakeAdapters = ReturnType<typeof createFakeAdapters>;
