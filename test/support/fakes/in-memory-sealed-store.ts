import { HeadConflictError } from '../../../core/errors.js';
import type { IntakeKey } from '../../../core/ports/petition-store.js';
import {
  MOST_POST_ATTEMPTS,
  type Post,
  type SealedCounts,
  type SealedOutcome,
  type SealedPerson,
  type SealedStore,
  type StoredFile,
} from '../../../core/ports/sealed-store.js';
import { countedBy, quarterOf, type QuarterCounts } from '../../../core/sealed/counts.js';
import type { SealedEvent } from '../../../core/sealed/sealed-events.js';
import { nextDateOf, type SealedFile } from '../../../core/sealed/sealed-file.js';
import { indexKeysOf, PROMISED } from '../../../adapters/dynamodb/sealed-item.js';

const copy = <T>(value: T): T => structuredClone(value);

/** Denunciations in memory. */
export class InMemorySealedStore implements SealedStore, SealedCounts {
  readonly files = new Map<string, StoredFile>();
  readonly persons = new Map<string, SealedPerson>();
  readonly events = new Map<string, SealedEvent[]>();
  /** Ids of records that stand in the table and cannot be read. */
  readonly unreadable: string[] = [];
  readonly #counts = new Map<string, QuarterCounts>();
  readonly #keys = new Map<string, { fileId: string; fingerprint: string }>();

  create(
    { event, after, person }: Parameters<SealedStore['create']>[0],
    { key, fingerprint }: IntakeKey,
  ): Promise<SealedOutcome> {
    const used = this.#keys.get(key);
    if (used !== undefined)
      return Promise.resolve(
        used.fingerprint === fingerprint ? { kind: 'repeated', fileId: used.fileId } : { kind: 'mismatch' },
      );
    const hasCode = [...this.files.values()].some(({ file }) => file.code === after.code);
    if (hasCode || this.files.has(after.id)) return Promise.reject(new HeadConflictError());
    this.#keys.set(key, { fileId: after.id, fingerprint });
    this.files.set(after.id, copy({ file: after, post: PROMISED }));
    this.persons.set(after.id, copy(person));
    this.events.set(after.id, [copy(event)]);
    this.#count(null, event, after);
    return Promise.resolve({ kind: 'created' });
  }

  commit({ before, event, after, mails }: Parameters<SealedStore['commit']>[0]): Promise<void> {
    const now = this.files.get(before.id);
    if (now?.file.head.hash !== before.head.hash) return Promise.reject(new HeadConflictError());
    this.files.set(after.id, copy({ file: after, post: mails ? PROMISED : now.post }));
    this.events.get(after.id)?.push(copy(event));
    this.#count(before, event, after);
    return Promise.resolve();
  }

  of(provinceId: string, year: number): Promise<QuarterCounts[]> {
    const found = [...this.#counts].filter(([key]) => key.startsWith(`${provinceId} ${year}-Q`));
    return Promise.resolve(copy(found.map(([, counts]) => counts)));
  }

  #count(before: SealedFile | null, event: SealedEvent, { provinceId }: SealedFile): void {
    const quarter = quarterOf(event.at);
    const key = `${provinceId} ${quarter}`;
    const counts = this.#counts.get(key) ?? { quarter, received: 0, handedOver: 0, closed: 0, late: 0 };
    const counted = countedBy(before, event);
    for (const name of counted) counts[name] += 1;
    if (counted.length > 0) this.#counts.set(key, counts);
  }

  load(fileId: string): Promise<SealedFile | null> {
    return Promise.resolve(copy(this.files.get(fileId)?.file ?? null));
  }

  findByCode(code: string): Promise<SealedFile | null> {
    const found = [...this.files.values()].find(({ file }) => file.code === code);
    return Promise.resolve(copy(found?.file ?? null));
  }

  history(fileId: string): Promise<SealedEvent[]> {
    return Promise.resolve(copy(this.events.get(fileId) ?? []));
  }

  ofBody(bodyId: string, page: { limit: number; after?: string }) {
    const { items, ...next } = paged(
      [...this.files.values()].filter(({ file }) => file.body.id === bodyId),
      ({ file }) => indexKeysOf(file).bodyKey,
      page,
    );
    const unreadable = [...this.unreadable];
    return Promise.resolve({ items: items.map(({ file }) => file), unreadable, ...next });
  }

  open(page: { limit: number; after?: string }) {
    const open = [...this.files.values()].filter(({ file }) => nextDateOf(file) !== null);
    const found = paged(open, ({ file }) => indexKeysOf(file).openKey ?? '', page);
    return Promise.resolve({ ...found, unreadable: [...this.unreadable] });
  }

  claimPost(fileId: string, lease: { now: string; leaseUntil: string }): Promise<StoredFile | null> {
    const stored = this.files.get(fileId);
    if (stored === undefined || !mayClaim(stored.post, lease.now)) return Promise.resolve(null);
    stored.post = {
      ...stored.post,
      ...{ status: 'SENDING', leaseUntil: lease.leaseUntil },
      attempts: stored.post.attempts + 1,
    };
    return Promise.resolve(copy(stored));
  }

  settlePost(fileId: string, { before, after }: { before: Post; after: Post }): Promise<boolean> {
    const stored = this.files.get(fileId);
    const isSame = (key: 'status' | 'attempts' | 'leaseUntil') => stored?.post[key] === before[key];
    if (stored === undefined || !isSame('status') || !isSame('attempts') || !isSame('leaseUntil'))
      return Promise.resolve(false);
    stored.post = copy(after);
    return Promise.resolve(true);
  }
}

const mayClaim = ({ status, attempts, leaseUntil }: Post, now: string): boolean =>
  status === 'PENDING' ||
  (status === 'SENDING' && (leaseUntil ?? '') <= now && attempts < MOST_POST_ATTEMPTS);

const paged = <T>(all: T[], keyOf: (item: T) => string, page: { limit: number; after?: string }) => {
  const sorted = all
    .filter((item) => page.after === undefined || keyOf(item) > page.after)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const items = copy(sorted.slice(0, page.limit));
  const last = items.at(-1);
  return { items, ...(items.length === page.limit && last !== undefined && { next: keyOf(last) }) };
};
