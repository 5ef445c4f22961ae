import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { NotFoundError } from '../../core/errors.js';
import type { FileRef } from '../../core/event-parts.js';
import { fileKey, type FileStore } from '../../core/ports/files.js';
import { isMissing, isRefused } from './conditional.js';

/** Files of petitions in the evidence bucket. Keys are content hashes: the first write stands. */
export class S3FileStore implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(
    folder: string,
    file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] },
  ): Promise<FileRef> {
    const key = fileKey(folder, file.sha256);
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          Body: file.bytes,
          ContentType: file.type,
          // S3 refuses bytes that are not what their name says.
          ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    return { key, sha256: file.sha256, type: file.type, size: file.bytes.length };
  }

  /** @throws NotFoundError. */
  async get(key: string): Promise<Uint8Array> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      if (Body === undefined) throw new NotFoundError();
      return await Body.transformToByteArray();
    } catch (error) {
      throw isMissing(error) ? new NotFoundError() : error;
    }
  }
}
