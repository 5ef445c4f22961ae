import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { HeadConflictError, TransientError } from '../../core/errors.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import {
  MOST_POST_ATTEMPTS,
  type Post,
  type SealedOutcome,
  type SealedStore,
  type StoredFile,
} from '../../core/ports/sealed-store.js';
import { countedBy, quarterOf } from '../../core/sealed/counts.js';
import type { SealedEvent } from '../../core/sealed/sealed-events.js';
import type { SealedFile } from '../../core/sealed/sealed-file.js';
import { keys } from './keys.js';
import { indexKeysOf, OPEN_SHARD, parseSealedItem, PROMISED, toSealedItem } from './sealed-item.js';
import { DynamoSealedReader } from './sealed-reader.js';
import type { SealedTables } from './sealed-tables.js';
import { transact, type Step } from './transaction.js';
import { parseItem } from './parse-item.js';

const UsedSchema = z.object({ fileId: z.string(), fingerprint: z.string() });

const HEAD = { '#file': 'file', '#head': 'head', '#seq': 'seq', '#hash': 'hash' };

/** Denunciations in tables of their own. Every write is one transaction with its event; no stream follows them. */
export class DynamoSealedStore extends DynamoSealedReader implements SealedStore {
  readonly #tables: SealedTables;

  constructor(tables: SealedTables) {
    super(tables);
    this.#tables = tables;
  }

  async create(
    { event, after, person }: Parameters<SealedStore['create']>[0],
    { key, fingerprint }: IntakeKey,
  ): Promise<SealedOutcome> {
    const { sealedFiles, sealedPersons } = this.#tables;
    const outcome = await transact(this.#tables.client, [
      putNew('intake', sealedFiles, { ...keys.intake(key), fileId: after.id, fingerprint }),
      putNew('head', sealedFiles, { ...keys.code(after.code), fileId: after.id }),
      putNew('head', sealedFiles, toSealedItem(after)),
      putNew('head', sealedFiles, { ...keys.event(after.id, event.seq), event }),
      putNew('head', sealedPersons, { ...keys.sealedPerson(after.id), ...person }),
      ...countSteps(sealedFiles, { before: null, event, after }),
    ]);
    if (outcome.kind === 'written') return { kind: 'created' };
    const item = await this.read(keys.intake(key));
    if (item !== undefined) {
      const used = parseItem(UsedSchema, item, 'IDEM');
      return used.fingerprint === fingerprint
        ? { kind: 'repeated', fileId: used.fileId }
        : { kind: 'mismatch' };
    }
    if (outcome.kind === 'busy') throw new TransientError('The table is busy.');
    throw new HeadConflictError();
  }

  async commit(change: Parameters<SealedStore['commit']>[0]): Promise<void> {
    const { before, event, after } = change;
    const outcome = await transact(this.#tables.client, [
      recordStep(this.#tables.sealedFiles, change),
      putNew('head', this.#tables.sealedFiles, { ...keys.event(after.id, event.seq), event }),
      ...countSteps(this.#tables.sealedFiles, { before, event, after }),
    ]);
    if (outcome.kind !== 'written') throw new HeadConflictError();
  }

  async claimPost(fileId: string, lease: { now: string; leaseUntil: string }): Promise<StoredFile | null> {
    const command = new UpdateCommand({
      TableName: this.#tables.sealedFiles,
      Key: keys.sealedFile(fileId),
      UpdateExpression:
        'SET #post.#status = :sending, #post.leaseUntil = :until, #post.attempts = #post.attempts + :one',
      ConditionExpression:
        '#post.#status = :pending OR (#post.#status = :sending AND #post.leaseUntil <= :now AND #post.attempts < :most)',
      ExpressionAttributeNames: { '#post': 'post', '#status': 'status' },
      ExpressionAttributeValues: {
        ':sending': 'SENDING',
        ':pending': 'PENDING',
        ':until': lease.leaseUntil,
        ':now': lease.now,
        ':one': 1,
        ':most': MOST_POST_ATTEMPTS,
      },
      ReturnValues: 'ALL_NEW',
    });
    try {
      return parseSealedItem((await this.#tables.client.send(command)).Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    }
  }

  async settlePost(fileId: string, { before, after }: { before: Post; after: Post }): Promise<boolean> {
    const command = new UpdateCommand({
      TableName: this.#tables.sealedFiles,
      Key: keys.sealedFile(fileId),
      UpdateExpression: 'SET #post = :post',
      // A lease is one sender's own, and a new body starts again without one.
      ConditionExpression:
        '#post.#status = :status AND #post.attempts = :attempts AND #post.leaseUntil = :lease',
      ExpressionAttributeNames: { '#post': 'post', '#status': 'status' },
      ExpressionAttributeValues: {
        ...{ ':post': after, ':status': before.status },
        ...{ ':attempts': before.attempts, ':lease': before.leaseUntil },
      },
    });
    try {
      await this.#tables.client.send(command);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

const putNew = <Name extends string>(
  name: Name,
  TableName: string,
  Item: Record<string, unknown>,
): Step<Name> => ({
  name,
  item: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
});

/** The sums of the quarter go up with the event or not at all. */
const countSteps = (
  TableName: string,
  change: { before: SealedFile | null; event: SealedEvent; after: SealedFile },
): Step<'head'>[] => {
  const counted = countedBy(change.before, change.event);
  if (counted.length === 0) return [];
  return [
    {
      name: 'head',
      item: {
        Update: {
          TableName,
          Key: keys.sealedCount(change.after.provinceId, quarterOf(change.event.at)),
          UpdateExpression: `ADD ${counted.map((name) => `#${name} :one`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(counted.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    },
  ];
};

/** The record moves only from the head that the change was decided on; the state of its mail stays beside it. */
const recordStep = (
  TableName: string,
  { before, after, mails }: Parameters<SealedStore['commit']>[0],
): Step<'head'> => {
  const { bodyId, bodyKey, openKey } = indexKeysOf(after);
  const open = openKey === null ? ' REMOVE openShard, openKey' : ', openShard = :shard, openKey = :open';
  return {
    name: 'head',
    item: {
      Update: {
        TableName,
        Key: keys.sealedFile(after.id),
        UpdateExpression: `SET #file = :file, bodyId = :body, bodyKey = :key${mails ? ', #post = :post' : ''}${open}`,
        ConditionExpression: '#file.#head.#seq = :seq AND #file.#head.#hash = :hash',
        ExpressionAttributeNames: { ...HEAD, ...(mails && { '#post': 'post' }) },
        ExpressionAttributeValues: {
          ':file': after,
          ':body': bodyId,
          ':key': bodyKey,
          ...(mails && { ':post': PROMISED }),
          ...(openKey !== null && { ':shard': OPEN_SHARD, ':open': openKey }),
          ':seq': before.head.seq,
          ':hash': before.head.hash,
        },
      },
    },
  };
};
