import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';
import { isMissing, isRefused } from './conditional.js';

/** An object whose bytes are not what its address says. */
export class DamagedObjectError extends Error {
  override readonly name = 'DamagedObjectError';
}

const POINTER = 'current.json';
const PointerSchema = z.strictObject({ manifest: z.string().regex(/^[0-9a-f]{64}$/) });

const objectKey = (sha256: string): string => `objects/${sha256}`;
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The pointer as read, with the ETag by which it can be moved. */
export interface PointerState {
  manifest: string;
  etag: string;
}

/**
 * Registry releases in S3: immutable objects under `objects/<sha256>`, and `current.json`, which names the manifest in
 * force. A release is published by writing its objects and then moving the pointer.
 */
export class S3RegistryObjects {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** @throws NotFoundError, DamagedObjectError. */
  async object(sha256: string): Promise<Uint8Array> {
    const found = await this.#get(objectKey(sha256));
    if (found === null) throw new NotFoundError();
    if (sha256Of(found.bytes) !== sha256) throw new DamagedObjectError(`object ${sha256.slice(0, 16)}`);
    return found.bytes;
  }

  /** SHA-256 of the manifest in force. @throws NotFoundError when nothing was published. */
  async pointer(): Promise<string> {
    const state = await this.pointerState();
    if (state === null) throw new NotFoundError();
    return state.manifest;
  }

  async pointerState(): Promise<PointerState | null> {
    const found = await this.#get(POINTER);
    if (found === null) return null;
    const { manifest } = PointerSchema.parse(JSON.parse(Buffer.from(found.bytes).toString('utf8')));
    return { manifest, etag: found.etag };
  }

  /** Writes an object unless it is there; gives its address. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes);
    const checksum = Buffer.from(sha256, 'hex').toString('base64');
    const object = { Key: objectKey(sha256), Body: bytes, ChecksumSHA256: checksum, IfNoneMatch: '*' };
    await this.#put(object);
    return sha256;
  }

  /**
   * Puts a manifest in force, if the pointer is still as it was read (`null`: not there yet). False when somebody else
   * has moved it.
   */
  movePointer(manifest: string, from: PointerState | null): Promise<boolean> {
    const Body = JSON.stringify(PointerSchema.parse({ manifest }));
    const condition = from === null ? { IfNoneMatch: '*' } : { IfMatch: from.etag };
    return this.#put({ Key: POINTER, Body, ContentType: 'application/json', ...condition });
  }

  async #put(object: Omit<ConstructorParameters<typeof PutObjectCommand>[0], 'Bucket'>): Promise<boolean> {
    try {
      await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, ...object }));
      return true;
    } catch (error) {
      if (isRefused(error)) return false;
      throw error;
    }
  }

  async #get(key: string): Promise<{ bytes: Uint8Array; etag: string } | null> {
    try {
      const { Body, ETag } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      if (Body === undefined || ETag === undefined) return null;
      return { bytes: await Body.transformToByteArray(), etag: ETag };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}
