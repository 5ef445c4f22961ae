import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type ItemKey, keys } from './keys.js';
import type { Tables } from './tables.js';
import { parseItem } from './parse-item.js';

/** Ciphertexts as stored. They are written by PetitionStore, in the transaction of their event. */
export interface VaultItems {
  /** JWE of the texts of an event; null when there are none or they were destroyed. */
  document(petitionId: string, seq: number): Promise<string | null>;
  /** Wrapped data key; null when it was destroyed. */
  wrappedKey(petitionId: string): Promise<string | null>;
}

const DocumentSchema = z.object({ jwe: z.string() });
const DataKeySchema = z.object({ wrappedKey: z.string() });

type VaultTables = Pick<Tables, 'client' | 'residents' | 'residentKeys'>;

/** Reads the vault's tables. */
export class DynamoVaultItems implements VaultItems {
  readonly #tables: VaultTables;

  constructor(tables: VaultTables) {
    this.#tables = tables;
  }

  async document(petitionId: string, seq: number): Promise<string | null> {
    const item = await this.#read(this.#tables.residents, keys.document(petitionId, seq));
    return item === undefined ? null : parseItem(DocumentSchema, item, 'DOC').jwe;
  }

  async wrappedKey(petitionId: string): Promise<string | null> {
    const item = await this.#read(this.#tables.residentKeys, keys.dataKey(petitionId));
    return item === undefined ? null : parseItem(DataKeySchema, item, 'KEY').wrappedKey;
  }

  async #read(table: string, key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
    return (await this.#tables.client.send(command)).Item;
  }
}
