import { createHash } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';
import { MAX_FILES } from '../../core/files/file-limits.js';
import type { Denunciation, EvidenceFile, Sealer, Unsealer } from '../../core/ports/sealed-vault.js';
import { keys } from '../dynamodb/keys.js';
import type { SealedTables } from '../dynamodb/sealed-tables.js';
import { parseItem } from '../dynamodb/parse-item.js';
import type { S3SealedObjects } from '../s3/sealed-objects.js';
import { BrokenSealError, openBytes, openDocument, sealBytes, sealDocument } from './sealing.js';

/** Places under a file's data key: the document first, its files behind it. */
const DOCUMENT = 1;
const placeOfFile = (fileId: string, i: number) => ({ petitionId: fileId, seq: DOCUMENT + 1 + i });
const placeOfDocument = (fileId: string) => ({ petitionId: fileId, seq: DOCUMENT });

/** Bound by KMS to the ciphertext: a key of one file opens no other, and each opening is in KMS's log with its file. */
const contextOf = (fileId: string) => ({ purpose: 'kien-nghi-sealed-lane', file: fileId });

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

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
  /** The digest of each file in clear, so that none can be left out or exchanged. Older documents have none. */
  files: z
    .array(
      z.strictObject({
        type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
        sha256: z.string().length(64),
      }),
    )
    .max(MAX_FILES)
    .default([]),
}) satisfies z.ZodType<Omit<Denunciation, 'files'>>;
type Document = z.infer<typeof DenunciationSchema>;

const documentOf = ({ files, ...said }: Denunciation): Document =>
  DenunciationSchema.parse({ ...said, files: files.map(({ type, sha256 }) => ({ type, sha256 })) });

const PersonSchema = z.object({ jwe: z.string(), wrappedKey: z.string() });

/**
 * Seals denunciations, each under a data key of its own straight from KMS. No key is kept: a container that has sealed a
 * denunciation cannot open it again, since it may not ask KMS to decrypt.
 */
export class KmsSealer implements Sealer {
  readonly #kms: KMSClient;
  readonly #keyId: string;
  readonly #objects: Pick<S3SealedObjects, 'put'>;

  constructor(kms: KMSClient, keyId: string, objects: Pick<S3SealedObjects, 'put'>) {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#objects = objects;
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
    try {
      const jwe = await sealDocument(placeOfDocument(fileId), documentOf(denunciation), Plaintext);
      for (const [i, { bytes }] of denunciation.files.entries())
        await this.#objects.put(fileId, i, await sealBytes(placeOfFile(fileId, i), bytes, Plaintext));
      return { jwe, wrappedKey: Buffer.from(CiphertextBlob).toString('base64url'), sha256: sha256(jwe) };
    } finally {
      Plaintext.fill(0);
    }
  }
}

/** Where the ciphertexts are. */
export interface SealedPlaces {
  tables: Pick<SealedTables, 'client' | 'sealedPersons'>;
  objects: Pick<S3SealedObjects, 'get'>;
}

/** Opens them, one Decrypt each; nothing is kept. */
export class KmsUnsealer implements Unsealer {
  readonly #kms: KMSClient;
  readonly #keyId: string;
  readonly #from: SealedPlaces;

  constructor(kms: KMSClient, keyId: string, from: SealedPlaces) {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#from = from;
  }

  async open(fileId: string, expectedSha256: string): Promise<Denunciation> {
    const { client, sealedPersons } = this.#from.tables;
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
    try {
      const opened = DenunciationSchema.parse(await openDocument(placeOfDocument(fileId), jwe, Plaintext));
      return { ...opened, files: await this.#files(fileId, opened.files, Plaintext) };
    } finally {
      Plaintext.fill(0);
    }
  }

  async #files(fileId: string, named: Document['files'], dataKey: Uint8Array): Promise<EvidenceFile[]> {
    const files: EvidenceFile[] = [];
    for (const [i, file] of named.entries()) {
      const jwe = await this.#from.objects.get(fileId, i);
      const bytes = await openBytes(placeOfFile(fileId, i), jwe, dataKey);
      if (sha256(bytes) !== file.sha256) throw new BrokenSealError('not the file that was received');
      files.push({ ...file, bytes });
    }
    return files;
  }
}
