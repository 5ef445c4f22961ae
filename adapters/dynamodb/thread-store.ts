import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { StaleRunError } from '../../core/errors.js';
import type { DueThread, Thread, ThreadStore } from '../../core/ports/thread-store.js';
import type { Instant } from '../../core/time.js';
import { keys, parsePetitionKey, wakeShards } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseThreadItem } from './thread-item.js';
import { dueEntries } from './wake-index.js';

interface At {
  petitionId: string;
  thread: string;
  run: number;
}

/** Parts of an update; `run` is added to every condition. */
interface Change {
  set: string;
  remove?: string;
  condition?: string;
  values: Record<string, unknown>;
}

/** Names that DynamoDB reserves are written with `#`. */
const NAMES = { '#run': 'run', '#token': 'token' } as const;

const namesIn = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(NAMES).filter(([name]) => text.includes(name)));

/** Engine fields in DynamoDB. `wakeAt` and `token` are absent when null. */
export class DynamoThreadStore implements ThreadStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async load(petitionId: string, thread: string): Promise<Thread | null> {
    const key = keys.thread(petitionId, thread);
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key: key, ConsistentRead: true }),
    );
    return Item === undefined ? null : parseThreadItem(Item);
  }

  async all(petitionId: string): Promise<Thread[]> {
    const { pk, sk } = keys.thread(petitionId, '');
    // One page holds them all: a petition has a bounded number of threads, of a few hundred bytes each.
    const { Items } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.petitions,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
        ConsistentRead: true,
      }),
    );
    return (Items ?? []).map(parseThreadItem);
  }

  async acknowledge(
    at: At,
    change: { handledSeq: number; waitNo: number; wakeAt: Instant | null },
  ): Promise<void> {
    const handled = {
      set: 'handledSeq = :handled, waitNo = :wait, retry = :zero, failures = :zero, ignoredWakes = :zero',
      values: { ':handled': change.handledSeq, ':wait': change.waitNo, ':zero': 0 },
    };
    // The next wake-up counts only if nothing was committed since: otherwise the grace of that commit stays.
    const quiet = await this.#update(at, {
      set: change.wakeAt === null ? handled.set : `${handled.set}, wakeAt = :at`,
      remove: change.wakeAt === null ? '#token, wakeAt' : '#token',
      condition: 'wakeSeq = :handled',
      values: { ...handled.values, ...(change.wakeAt !== null && { ':at': change.wakeAt }) },
    });
    if (quiet.isWritten) return;
    const late = await this.#update(at, { ...handled, remove: '#token' });
    if (!late.isWritten) throw new StaleRunError();
  }

  async storeToken(at: At, wait: { waitNo: number; retry: number; token: string }): Promise<Thread> {
    const stored = await this.#update(at, {
      set: 'waitNo = :wait, retry = :retry, #token = :token',
      // The wait that Next step has just counted has no token yet; otherwise only a later attempt replaces one.
      condition: '(waitNo < :wait OR (waitNo = :wait AND (retry < :retry OR attribute_not_exists(#token))))',
      values: { ':wait': wait.waitNo, ':retry': wait.retry, ':token': wait.token },
    });
    if (stored.thread?.run !== at.run) throw new StaleRunError();
    return stored.thread;
  }

  async postpone(thread: Thread, wakeAt: Instant): Promise<boolean> {
    if (thread.wakeAt === null) return false;
    const moved = await this.#update(thread, {
      set: 'wakeAt = :at, ignoredWakes = ignoredWakes + :one',
      condition: 'wakeAt = :was',
      values: { ':at': wakeAt, ':was': thread.wakeAt, ':one': 1 },
    });
    return moved.isWritten;
  }

  async raiseRun(thread: Thread, next: { wakeAt: Instant; runStartedAt: Instant }): Promise<boolean> {
    const raised = await this.#update(thread, {
      set: '#run = :next, waitNo = :zero, retry = :zero, ignoredWakes = :zero, runStartedAt = :start, wakeAt = :at',
      remove: '#token',
      values: {
        ':next': thread.run + 1,
        ':zero': 0,
        ':start': next.runStartedAt,
        ':at': next.wakeAt,
      },
    });
    return raised.isWritten;
  }

  async recordFailure(at: At, wakeAt: Instant): Promise<number> {
    const counted = await this.#update(at, {
      set: 'failures = failures + :one, wakeAt = :at',
      values: { ':one': 1, ':at': wakeAt },
    });
    if (!counted.isWritten || counted.thread === null) throw new StaleRunError();
    return counted.thread.failures;
  }

  async wake(thread: Thread, graceUntil: Instant): Promise<boolean> {
    const woken = await this.#update(thread, {
      set: 'wakeAt = :at, wakeSeq = wakeSeq + :one',
      condition: 'wakeAt = :was AND wakeSeq = :seq',
      values: { ':at': graceUntil, ':was': thread.wakeAt, ':seq': thread.wakeSeq, ':one': 1 },
    });
    return woken.isWritten;
  }

  async due(
    provinceId: string,
    now: Instant,
    { limit, after }: { limit: number; after?: DueThread },
  ): Promise<DueThread[]> {
    const from = after && { ...keys.thread(after.petitionId, after.thread), wakeAt: after.wakeAt };
    const found = await dueEntries(this.#tables, wakeShards.threads(provinceId), { now, limit, after: from });
    return found.map((entry) => {
      const { petitionId, rest } = parsePetitionKey(entry, 'THREAD#');
      return { petitionId, thread: rest, wakeAt: entry.wakeAt };
    });
  }

  /** Writes if the run and the condition hold; gives the thread as it stands after, written or not. */
  async #update(at: At, change: Change): Promise<{ isWritten: boolean; thread: Thread | null }> {
    const condition = change.condition === undefined ? '#run = :run' : `#run = :run AND ${change.condition}`;
    const update = `SET ${change.set}${change.remove === undefined ? '' : ` REMOVE ${change.remove}`}`;
    const input: UpdateCommandInput = {
      TableName: this.#tables.petitions,
      Key: keys.thread(at.petitionId, at.thread),
      UpdateExpression: update,
      ConditionExpression: condition,
      ExpressionAttributeNames: namesIn(`${update} ${condition}`),
      ExpressionAttributeValues: { ...change.values, ':run': at.run },
      ReturnValues: 'ALL_NEW',
    };
    try {
      const { Attributes } = await this.#tables.client.send(new UpdateCommand(input));
      return { isWritten: true, thread: parseThreadItem(Attributes) };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { isWritten: false, thread: await this.load(at.petitionId, at.thread) };
    }
  }
}
