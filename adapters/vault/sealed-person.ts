import { createHash } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';
import type { Denunciation, Sealer, Unsealer } from '../../core/ports/sealed-vault.js';
import { keys } from '../dynamodb/keys.js';
import type { SealedTables } from '../dynamodb/sealed-tables.js';
import { parseItem } from '../dynamodb/unreadable-item-error.js';
import { BrokenSealError, openDocument, sealDocument } from './sealing.js';

/** The only version of a denunciation's document. */
const FIRST = 1;

/** Bound by KMS to the ciphertext: a key of one file opens no other, and each opening is in KMS's log with its file. */
const contextOf = (fileId: string) => ({ purpose: 'kien-nghi-sealed-lane', file: fileId });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const DenunciationSchema = z.strictObject({
  description: z.string(),
  denouncer: z.strictObject({
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string(),
  }),
  accusedName: z.string(),
  evidence: z.string().nullable(),
}) satisfies z.ZodType<Denunciation>;

const PersonSchema = z.object({ jwe: z.string(), wrappedKey: z.string() });

/**
 * Seals denunciations, each under a data key of its own straight from KMS. No key is kept: a container that has sealed a
 * denunciation cannot open it again, since it may not ask KMS to decrypt.
 */
export class KmsSealer implements Sealer {
  readonly #kms: KMSClient;
  readonly #keyId: string;

  constructor(kms: KMSClient, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  async seal(fileId: string, denunciation: Denunciation) {
    const { Plaintext, CiphertextBlob } = await this.#kms.send(
      new GenerateDataKeyCommand({
        KeyId: this.#keyId,
        KeySpec: 'AES_256',
        EncryptionContext: contextOf(fileId),
      }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) throw new TypeError('KMS gave no data key');
    const place = { petitionId: fileId, seq: FIRST };
    const jwe = await sealDocument(place, DenunciationSchema.parse(denunciation), Plaintext);
    Plaintext.fill(0);
    return { jwe, wrappedKey: Buffer.from(CiphertextBlob).toString('base64url'), sha256: sha256(jwe) };
  }
}

/** Opens them, one Decrypt each; nothing is kept. */
export class KmsUnsealer implements Unsealer {
  readonly #kms: KMSClient;
  readonly #keyId: string;
  readonly #tables: Pick<SealedTables, 'client' | 'sealedPersons'>;

  constructor(kms: KMSClient, keyId: string, tables: Pick<SealedTables, 'client' | 'sealedPersons'>) {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#tables = tables;
  }

  async open(fileId: string, expectedSha256: string): Promise<Denunciation> {
    const { client, sealedPersons } = this.#tables;
    const { Item } = await client.send(
      new GetCommand({ TableName: sealedPersons, Key: keys.sealedPerson(fileId), ConsistentRead: true }),
    );
    if (Item === undefined) throw new NotFoundError();
    const { jwe, wrappedKey } = parseItem(PersonSchema, Item, 'PERSON');
    if (sha256(jwe) !== expectedSha256) throw new BrokenSealError('not the ciphertext that was received');
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(wrappedKey, 'base64url'),
        EncryptionContext: contextOf(fileId),
      }),
    );
    if (Plaintext === undefined) throw new TypeError('KMS gave no key');
    const opened = await openDocument({ petitionId: fileId, seq: FIRST }, jwe, Plaintext);
    Plaintext.fill(0);
    return DenunciationSchema.parse(opened);
  }
}
