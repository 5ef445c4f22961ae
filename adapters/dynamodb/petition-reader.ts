import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PetitionEvent } from '../../core/events.js';
import type { Petition } from '../../core/petition/petition.js';
import type { DecisionReceipt, PetitionStore, UsedKey } from '../../core/ports/petition-store.js';
import { parseEventItem } from './event-item.js';
import { historyItems } from './history-items.js';
import { type ItemKey, keys } from './keys.js';
import { parsePetitionItem } from './petition-item.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

const CodeSchema = z.object({ petitionId: z.string() });
const IntakeSchema = CodeSchema.extend({ fingerprint: z.string() }) satisfies z.ZodType<UsedKey>;
const ReceiptSchema = IntakeSchema.extend({
  nonce: z.string(),
  seq: z.int(),
}) satisfies z.ZodType<DecisionReceipt>;

/** Reads petitions and histories from DynamoDB, strongly consistent. Needs no right to write. */
export class DynamoPetitionReader implements Omit<PetitionStore, 'create' | 'commit'> {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
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
    const { client, petitions } = this.#table;
    return (await historyItems(client, petitions, petitionId)).map(parseEventItem);
  }

  receipt(petitionId: string, nonce: string): Promise<DecisionReceipt | null> {
    return this.#get(keys.decision(petitionId, nonce), ReceiptSchema, 'DECISION');
  }

  intake(key: string): Promise<UsedKey | null> {
    return this.#get(keys.intake(key), IntakeSchema, 'IDEM');
  }

  async #read(key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: this.#table.petitions, Key: key, ConsistentRead: true });
    return (await this.#table.client.send(command)).Item;
  }

  async #get<T>(key: ItemKey, schema: z.ZodType<T>, what: string): Promise<T | null> {
    const item = await this.#read(key);
    return item === undefined ? null : parseItem(schema, item, what);
  }
}
