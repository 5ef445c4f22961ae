import { decodeCursor, encodeCursor, WorklistPositionSchema } from '../../../adapters/dynamodb/cursor.js';
import { keys, parsePetitionKey, wakeShards } from '../../../adapters/dynamodb/keys.js';
import { newNotice, parseNoticeItem, settled, toNoticeItem } from '../../../adapters/dynamodb/notice-item.js';
import { HeadConflictError } from '../../../core/errors.js';
import type { Notice } from '../../../core/petition/notices.js';
import {
  MOST_ATTEMPTS,
  type DueNotice,
  type NoticeRef,
  type NoticeStore,
  type StoredNotice,
} from '../../../core/ports/notices.js';
import type { Instant } from '../../../core/time.js';
import { dueEntries } from './due-entries.js';
import type { InMemoryDatabase, Item } from './in-memory-database.js';

export class InMemoryNoticeStore implements NoticeStore {
  constructor(private readonly database: InMemoryDatabase) {}

  add(notice: Notice): Promise<boolean> {
    const isFree = this.#item(notice) === undefined;
    if (isFree) this.#put(newNotice(notice));
    return Promise.resolve(isFree);
  }

  load(ref: NoticeRef): Promise<StoredNotice | null> {
    const item = this.#item(ref);
    return Promise.resolve(item === undefined ? null : parseNoticeItem(item));
  }

  claim(ref: NoticeRef, lease: { now: Instant; leaseUntil: Instant }): Promise<StoredNotice | null> {
    const item = this.#item(ref);
    if (item === undefined || !this.#isFree(item, lease.now)) return Promise.resolve(null);
    const notice = parseNoticeItem(item);
    const taken: StoredNotice = {
      ...notice,
      status: 'SENDING',
      attempts: notice.attempts + 1,
      leaseUntil: lease.leaseUntil,
    };
    this.#put(taken);
    return Promise.resolve(taken);
  }

  settle(notice: StoredNotice, result: Parameters<NoticeStore['settle']>[1]): Promise<void> {
    const item = this.#item(notice);
    const present = item === undefined ? null : parseNoticeItem(item);
    if (present?.status !== notice.status || present.attempts !== notice.attempts)
      return Promise.reject(new HeadConflictError());
    this.#put(settled(notice, result), result);
    return Promise.resolve();
  }

  due(
    provinceId: string,
    now: Instant,
    { limit, after }: { limit: number; after?: DueNotice },
  ): Promise<DueNotice[]> {
    const from = after && { ...keys.notice(after.petitionId, after.id), wakeAt: after.wakeAt };
    const found = dueEntries(this.database, wakeShards.notices(provinceId), { now, limit, after: from });
    const due = found.map((entry) => {
      const { petitionId, rest } = parsePetitionKey(entry, 'NOTICE#');
      return { petitionId, id: rest, wakeAt: entry.wakeAt };
    });
    return Promise.resolve(due);
  }

  unconfirmed(provinceId: string, sentUntil: Instant, limit: number): Promise<NoticeRef[]> {
    const watched = this.database.index('byWake', wakeShards.unconfirmed(provinceId));
    const due = watched.filter((item) => String(item['wakeAt']) <= sentUntil).slice(0, limit);
    return Promise.resolve(due.map(parseNoticeItem).map(({ petitionId, id }) => ({ petitionId, id })));
  }

  async worklist(
    provinceId: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: StoredNotice[]; next?: string }> {
    const shard = this.database.index('byWake', wakeShards.worklist(provinceId));
    const all = await Promise.resolve(shard.map(parseNoticeItem));
    const after = page.after === undefined ? null : decodeCursor(WorklistPositionSchema, page.after);
    const start =
      after === null ? 0 : 1 + all.findIndex((n) => n.petitionId === after.petitionId && n.id === after.id);
    const items = all.slice(start, start + page.limit);
    const last = items.at(-1);
    if (last === undefined || last === all.at(-1)) return { items };
    const next = encodeCursor({ at: last.sendAfter, petitionId: last.petitionId, id: last.id });
    return { items, next };
  }

  #isFree(item: Item, now: Instant): boolean {
    const { status, attempts } = parseNoticeItem(item);
    const isOpen = status === 'PENDING' || status === 'SENDING';
    return isOpen && attempts < MOST_ATTEMPTS && String(item['wakeAt']) <= now;
  }

  #item(ref: NoticeRef): Item | undefined {
    return this.database.get('Petitions', keys.notice(ref.petitionId, ref.id));
  }

  #put(notice: StoredNotice, timing: Parameters<typeof toNoticeItem>[1] = {}): void {
    const item = toNoticeItem(notice, timing);
    this.database.write({ table: 'Petitions', key: { pk: item.pk, sk: item.sk }, apply: () => item });
  }
}
