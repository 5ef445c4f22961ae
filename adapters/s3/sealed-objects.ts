import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { NotFoundError } from '../../core/errors.js';
import { isMissing, isRefused } from './conditional.js';

const keyOf = (fileId: string, n: number): string => `${fileId}/${n}`;

/**
 * Ciphertexts of a denunciation's files, named by the file and their number. What is in them, of which type and how large
 * it was, the object does not say.
 */
export class S3SealedObjects {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** The first write stands: an id is used once, so whoever is refused meets its own first attempt. */
  async put(fileId: string, n: number, jwe: string): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: keyOf(fileId, n),
          Body: jwe,
          ContentType: 'application/octet-stream',
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }

  /** @throws NotFoundError. */
  async get(fileId: string, n: number): Promise<string> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: keyOf(fileId, n) }),
      );
      if (Body === undefined) throw new NotFoundError();
      return await Body.transformToString();
    } catch (error) {
      throw isMissing(error) ? new NotFoundError() : error;
    }
  }
}
