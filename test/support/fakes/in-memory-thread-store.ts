import { keys, parsePetitionKey, wakeShards } from '../../../adapters/dynamodb/keys.js';
import { parseThreadItem, toThreadItem } from '../../../adapters/dynamodb/thread-item.js';
import { StaleRunError } from '../../../core/errors.js';
import type { DueThread, Thread, ThreadStore } from '../../../core/ports/thread-store.js';
import type { Instant } from '../../../core/time.js';
import { dueEntries } from './due-entries.js';
import type { InMemoryDatabase } from './in-memory-database.js';

interface At {
  petitionId: string;
  thread: string;
  run: number;
}

/** Keeps (waitNo, retry) in order; a wait that has no token yet takes any. */
const isLater = (wait: { waitNo: number; retry: number }, thread: Thread): boolean =>
  wait.waitNo === thread.waitNo
    ? wait.retry > thread.retry || thread.token === null
    : wait.waitNo > thread.waitNo;

export class InMemoryThreadStore implements ThreadStore {
  constructor(private readonly database: InMemoryDatabase) {}

  load(petitionId: string, thread: string): Promise<Thread | null> {
    return Promise.resolve(this.#read({ petitionId, thread }));
  }

  all(petitionId: string): Promise<Thread[]> {
    const { pk, sk } = keys.thread(petitionId, '');
    const items = this.database.query('Petitions', pk).filter((item) => item.sk.startsWith(sk));
    return Promise.resolve(items.map(parseThreadItem));
  }

  async acknowledge(
    at: At,
    change: { handledSeq: number; waitNo: number; wakeAt: Instant | null },
  ): Promise<void> {
    await this.#update(at, (thread) => ({
      ...thread,
      handledSeq: change.handledSeq,
      waitNo: change.waitNo,
      retry: 0,
      token: null,
      failures: 0,
      ignoredWakes: 0,
      wakeAt: thread.wakeSeq === change.handledSeq ? change.wakeAt : thread.wakeAt,
    }));
  }

  storeToken(at: At, wait: { waitNo: number; retry: number; token: string }): Promise<Thread> {
    // Field by field: callers may hand over more than the token's own fields.
    const { waitNo, retry, token } = wait;
    return this.#update(at, (thread) =>
      isLater(wait, thread) ? { ...thread, waitNo, retry, token } : thread,
    );
  }

  postpone(thread: Thread, wakeAt: Instant): Promise<boolean> {
    const present = this.#read(thread);
    if (thread.wakeAt === null || present?.run !== thread.run || present.wakeAt !== thread.wakeAt)
      return Promise.resolve(false);
    this.#write({ ...present, wakeAt, ignoredWakes: present.ignoredWakes + 1 });
    return Promise.resolve(true);
  }

  raiseRun(thread: Thread, next: { wakeAt: Instant; runStartedAt: Instant }): Promise<boolean> {
    const present = this.#read(thread);
    if (present?.run !== thread.run) return Promise.resolve(false);
    const fresh = { run: thread.run + 1, waitNo: 0, retry: 0, token: null, ignoredWakes: 0 };
    this.#write({ ...present, ...fresh, ...next });
    return Promise.resolve(true);
  }

  async recordFailure(at: At, wakeAt: Instant): Promise<number> {
    const thread = await this.#update(at, (found) => ({ ...found, failures: found.failures + 1, wakeAt }));
    return thread.failures;
  }

  wake(thread: Thread, graceUntil: Instant): Promise<boolean> {
    const present = this.#read(thread);
    const isAsLoaded =
      present?.run === thread.run && present.wakeAt === thread.wakeAt && present.wakeSeq === thread.wakeSeq;
    if (!isAsLoaded || thread.wakeAt === null) return Promise.resolve(false);
    this.#write({ ...present, wakeAt: graceUntil, wakeSeq: present.wakeSeq + 1 });
    return Promise.resolve(true);
  }

  due(
    provinceId: string,
    now: Instant,
    { limit, after }: { limit: number; after?: DueThread },
  ): Promise<DueThread[]> {
    const from = after && { ...keys.thread(after.petitionId, after.thread), wakeAt: after.wakeAt };
    const found = dueEntries(this.database, wakeShards.threads(provinceId), { now, limit, after: from });
    const due = found.map((entry) => {
      const { petitionId, rest } = parsePetitionKey(entry, 'THREAD#');
      return { petitionId, thread: rest, wakeAt: entry.wakeAt };
    });
    return Promise.resolve(due);
  }

  // Reading and writing without a pause between them: what a condition does in the table.
  #update(at: At, change: (thread: Thread) => Thread): Promise<Thread> {
    const thread = this.#read(at);
    if (thread?.run !== at.run) return Promise.reject(new StaleRunError());
    const changed = change(thread);
    this.#write(changed);
    return Promise.resolve(changed);
  }

  #read(at: { petitionId: string; thread: string }): Thread | null {
    const item = this.database.get('Petitions', keys.thread(at.petitionId, at.thread));
    return item === undefined ? null : parseThreadItem(item);
  }

  #write(thread: Thread): void {
    const key = keys.thread(thread.petitionId, thread.thread);
    this.database.write({ table: 'Petitions', key, apply: () => toThreadItem(thread) });
  }
}
