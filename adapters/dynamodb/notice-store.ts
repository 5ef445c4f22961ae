import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HeadConflictError, TransientError } from '../../core/errors.js';
import type { Notice } from '../../core/petition/notices.js';
import {
  MOST_ATTEMPTS,
  type DueNotice,
  type NoticeRef,
  type NoticeStore,
  type StoredNotice,
} from '../../core/ports/notices.js';
import type { Instant } from '../../core/time.js';
import { decodeCursor, encodeCursor, WorklistPositionSchema } from './cursor.js';
import { type ItemKey, keys, parsePetitionKey, wakeShards } from './keys.js';
import { newNotice, parseNoticeItem, settled, toNoticeItem } from './notice-item.js';
import type { PetitionsTable } from './tables.js';
import { dueEntries } from './wake-index.js';

/** Limit of BatchGetItem. */
const LONGEST_PAGE = 100;

const refOf = (key: ItemKey): NoticeRef => {
  const { petitionId, rest } = parsePetitionKey(key, 'NOTICE#');
  return { petitionId, id: rest };
};

/** Promised messages in DynamoDB. */
export class DynamoNoticeStore implements NoticeStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async add(notice: Notice): Promise<boolean> {
    const command = new PutCommand({
      TableName: this.#tables.petitions,
      Item: toNoticeItem(newNotice(notice)),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await this.#tables.client.send(command);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async load(ref: NoticeRef): Promise<StoredNotice | null> {
    const key = keys.notice(ref.petitionId, ref.id);
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key: key, ConsistentRead: true }),
    );
    return Item === undefined ? null : parseNoticeItem(Item);
  }

  async claim(ref: NoticeRef, lease: { now: Instant; leaseUntil: Instant }): Promise<StoredNotice | null> {
    const command = new UpdateCommand({
      TableName: this.#tables.petitions,
      Key: keys.notice(ref.petitionId, ref.id),
      UpdateExpression: 'SET #status = :sending, leaseUntil = :until, wakeAt = :until ADD attempts :one',
      // `wakeAt` is the hour of a pending notice and the end of the lease of one that is being sent.
      ConditionExpression: '#status IN (:pending, :sending) AND attempts < :max AND wakeAt <= :now',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':pending': 'PENDING',
        ':sending': 'SENDING',
        ':until': lease.leaseUntil,
        ':now': lease.now,
        ':max': MOST_ATTEMPTS,
        ':one': 1,
      },
      ReturnValues: 'ALL_NEW',
    });
    try {
      return parseNoticeItem((await this.#tables.client.send(command)).Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    }
  }

  async settle(notice: StoredNotice, result: Parameters<NoticeStore['settle']>[1]): Promise<void> {
    const command = new PutCommand({
      TableName: this.#tables.petitions,
      Item: toNoticeItem(settled(notice, result), result),
      // Status and number of attempts name one attempt: whoever has been overtaken settles nothing.
      ConditionExpression: '#status = :was AND attempts = :attempts',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':was': notice.status, ':attempts': notice.attempts },
    });
    try {
      await this.#tables.client.send(command);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new HeadConflictError();
      throw error;
    }
  }

  async due(
    provinceId: string,
    now: Instant,
    { limit, after }: { limit: number; after?: DueNotice },
  ): Promise<DueNotice[]> {
    const from = after && { ...keys.notice(after.petitionId, after.id), wakeAt: after.wakeAt };
    const found = await dueEntries(this.#tables, wakeShards.notices(provinceId), { now, limit, after: from });
    return found.map((entry) => ({ ...refOf(entry), wakeAt: entry.wakeAt }));
  }

  async unconfirmed(provinceId: string, sentUntil: Instant, limit: number): Promise<NoticeRef[]> {
    const shard = wakeShards.unconfirmed(provinceId);
    return (await dueEntries(this.#tables, shard, { now: sentUntil, limit })).map(refOf);
  }

  async worklist(
    provinceId: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: StoredNotice[]; next?: string }> {
    const shard = wakeShards.worklist(provinceId);
    const after = page.after === undefined ? null : decodeCursor(WorklistPositionSchema, page.after);
    const found = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.petitions,
        IndexName: 'byWake',
        KeyConditionExpression: 'wakeShard = :shard',
        ExpressionAttributeValues: { ':shard': shard },
        Limit: Math.min(page.limit, LONGEST_PAGE),
        ...(after !== null && {
          ExclusiveStartKey: {
            ...keys.notice(after.petitionId, after.id),
            wakeShard: shard,
            wakeAt: after.at,
          },
        }),
      }),
    );
    const entries = (found.Items ?? []) as (ItemKey & { wakeAt: Instant })[];
    const last = entries.at(-1);
    const items = await this.#loadAll(entries);
    if (found.LastEvaluatedKey === undefined || last === undefined) return { items };
    const { petitionId, rest } = parsePetitionKey(last, 'NOTICE#');
    return { items, next: encodeCursor({ at: last.wakeAt, petitionId, id: rest }) };
  }

  /** The notices of index entries, in their order; the index may still show one that has just left the list. */
  async #loadAll(entries: readonly ItemKey[]): Promise<StoredNotice[]> {
    if (entries.length === 0) return [];
    const wanted = entries.map(({ pk, sk }) => ({ pk, sk }));
    const { Responses, UnprocessedKeys } = await this.#tables.client.send(
      new BatchGetCommand({
        RequestItems: { [this.#tables.petitions]: { Keys: wanted, ConsistentRead: true } },
      }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new TransientError('The table is busy.');
    const loaded = new Map(
      (Responses?.[this.#tables.petitions] ?? [])
        .map(parseNoticeItem)
        .map((n) => [`${n.petitionId} ${n.id}`, n]),
    );
    return wanted.flatMap((key) => {
      const { petitionId, rest } = parsePetitionKey(key, 'NOTICE#');
      const notice = loaded.get(`${petitionId} ${rest}`);
      return notice?.status === 'WORKLIST' ? [notice] : [];
    });
  }
}
