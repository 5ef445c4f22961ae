import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { HeadConflictError, StaleRunError, TransientError } from '../../core/errors.js';
import type { PetitionEvent } from '../../core/events.js';
import type { Petition } from '../../core/petition/petition.js';
import type {
  DecisionReceipt,
  IntakeKey,
  IntakeOutcome,
  PetitionChange,
  PetitionStore,
  Thread,
} from '../../core/ports.js';
import { parseEventItem } from './event-item.js';
import { historyPartition, type ItemKey, keys } from './keys.js';
import { parsePetitionItem } from './petition-item.js';
import { firstWrites, laterWrites } from './petition-writes.js';
import type { Tables } from './tables.js';
import { transact } from './transaction.js';
import { parseItem } from './unreadable-item-error.js';

const CodeSchema = z.object({ petitionId: z.string() });
const IntakeSchema = CodeSchema.extend({ fingerprint: z.string() });
const ReceiptSchema = IntakeSchema.extend({ nonce: z.string(), seq: z.int() }) satisfies z.ZodType<DecisionReceipt>;

/** Petitions, histories and intake keys in DynamoDB; all reads are strongly consistent. */
export class DynamoPetitionStore implements PetitionStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async create(change: PetitionChange, intake: { key: IntakeKey; thread: Thread }): Promise<IntakeOutcome> {
    const outcome = await transact(this.#tables.client, firstWrites(this.#tables, change, intake));
    if (outcome.kind === 'written') return { kind: 'created' };
    // Busy may also mean that the same key is being written at this moment, so its item is looked at either way.
    const first = await this.#get(keys.intake(intake.key.key), IntakeSchema, 'IDEM');
    if (first !== null) {
      const isSame = first.fingerprint === intake.key.fingerprint;
      return isSame ? { kind: 'repeated', petitionId: first.petitionId } : { kind: 'mismatch' };
    }
    if (outcome.kind === 'busy') throw new TransientError('The table is busy.');
    throw new HeadConflictError();
  }

  async commit(change: PetitionChange): Promise<void> {
    const outcome = await transact(this.#tables.client, laterWrites(this.#tables, change));
    if (outcome.kind === 'written') return;
    // A superseded run ends, whatever else has moved.
    if (outcome.kind === 'refused' && outcome.failed.has('thread')) throw new StaleRunError();
    throw new HeadConflictError();
  }

  async load(petitionId: string): Promise<Petition | null> {
    const item = await this.#read(keys.petition(petitionId));
    return item === undefined ? null : parsePetitionItem(item);
  }

  async findByCode(code: string): Promise<Petition | null> {
    const found = await this.#get(keys.code(code), CodeSchema, 'CODE');
    return found === null ? null : this.load(found.petitionId);
  }

  async history(petitionId: string): Promise<PetitionEvent[]> {
    const pages = paginateQuery(
      { client: this.#tables.client },
      {
        TableName: this.#tables.petitions,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': historyPartition(petitionId) },
        ConsistentRead: true,
      },
    );
    const events: PetitionEvent[] = [];
    for await (const page of pages) events.push(...(page.Items ?? []).map(parseEventItem));
    return events;
  }

  receipt(petitionId: string, nonce: string): Promise<DecisionReceipt | null> {
    return this.#get(keys.decision(petitionId, nonce), ReceiptSchema, 'DECISION');
  }

  async #read(key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: this.#tables.petitions, Key: key, ConsistentRead: true });
    return (await this.#tables.client.send(command)).Item;
  }

  async #get<T>(key: ItemKey, schema: z.ZodType<T>, what: string): Promise<T | null> {
    const item = await this.#read(key);
    return item === undefined ? null : parseItem(schema, item, what);
  }
}
