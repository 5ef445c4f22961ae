import { createHash } from 'node:crypto';
import { CreateKeyCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../adapters/dynamodb/keys.js';
import { DynamoSealedCounts } from '../../../adapters/dynamodb/sealed-counts.js';
import { DynamoSealedStore } from '../../../adapters/dynamodb/sealed-store.js';
import type { SealedTables } from '../../../adapters/dynamodb/sealed-tables.js';
import { S3SealedObjects } from '../../../adapters/s3/sealed-objects.js';
import { BrokenSealError, sealDocument } from '../../../adapters/vault/sealing.js';
import { KmsSealer, KmsUnsealer } from '../../../adapters/vault/sealed-person.js';
import type { Denunciation, EvidenceFile } from '../../../core/ports/sealed-vault.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';
import { sealedStoreContract } from '../../support/contracts/sealed-store.contract.js';
import { useEngine } from '../../support/engine.js';
import { createTables } from './create-tables.js';

const Bucket = 'sealed-objects';
const aws = useEngine();
let tables: SealedTables;
let sealer: KmsSealer;
let withoutObjects: KmsSealer;
let unsealer: KmsUnsealer;
let s3: S3Client;
let kms: KMSClient;
let keyId = '';

beforeAll(async () => {
  const { client } = await createTables(aws.clientConfig());
  tables = { client, sealedFiles: 'SealedFiles', sealedPersons: 'SealedPersons' };
  kms = new KMSClient(aws.clientConfig());
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  keyId = KeyMetadata?.KeyId ?? '';
  s3 = new S3Client({ ...aws.clientConfig(), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket }));
  const objects = new S3SealedObjects(s3, Bucket);
  sealer = new KmsSealer(kms, keyId, objects);
  withoutObjects = new KmsSealer(kms, keyId, { put: () => Promise.resolve() });
  unsealer = new KmsUnsealer(kms, keyId, { tables, objects });
});

describe('denunciations in DynamoDB', () => {
  sealedStoreContract(
    () => new DynamoSealedStore(tables),
    () => new DynamoSealedCounts(tables),
    { from: 0 },
  );

  it('gives the readable ones and the id of one that cannot be read', async () => {
    const fileId = petitionIdNo(950);
    const broken = { ...keys.sealedFile(fileId), file: { id: 7 }, openShard: 'OPEN', openKey: `0#${fileId}` };
    await tables.client.send(new PutCommand({ TableName: 'SealedFiles', Item: broken }));
    const page = await new DynamoSealedStore(tables).open({ limit: 100 });
    expect(page.unreadable).toEqual([fileId]);
    expect(page.items.length).toBeGreaterThan(0);
  });
});

const DENUNCIATION: Denunciation = {
  description: 'Nhận tiền để cấp giấy phép xây dựng.',
  denouncer: { name: 'Trần Thị Mai', phone: null, email: null, address: 'Số 12 Đường Hoa Mai' },
  accusedName: 'Ông Nguyễn Văn A, cán bộ địa chính',
  evidence: null,
  files: [],
};

const fileOf = (text: string, type: EvidenceFile['type']): EvidenceFile => {
  const bytes = Buffer.from(text);
  return { bytes, type, sha256: createHash('sha256').update(bytes).digest('hex') };
};
const FILES = [fileOf('%PDF-1.7 biên nhận của bà Mai', 'application/pdf'), fileOf('ảnh', 'image/jpeg')];

describe('their vault', () => {
  const keep = async (fileId: string, item: { jwe: string; wrappedKey: string }): Promise<void> => {
    await tables.client.send(
      new PutCommand({ TableName: 'SealedPersons', Item: { ...keys.sealedPerson(fileId), ...item } }),
    );
  };

  it('opens what was sealed, and nothing of it can be read before', async () => {
    const fileId = petitionIdNo(900);
    const { sha256, ...item } = await sealer.seal(fileId, DENUNCIATION);
    expect(Buffer.from(JSON.stringify(item)).toString('latin1')).not.toContain('Mai');
    await keep(fileId, item);
    expect(await unsealer.open(fileId, sha256)).toEqual(DENUNCIATION);
  });

  it('opens neither the ciphertext of another file nor one that was exchanged', async () => {
    const [own, other] = [petitionIdNo(901), petitionIdNo(902)];
    const { sha256, ...item } = await sealer.seal(own, DENUNCIATION);
    await keep(other, item);
    await expect(unsealer.open(other, sha256)).rejects.toThrow();
    await keep(own, item);
    await expect(unsealer.open(own, 'b'.repeat(64))).rejects.toThrow('not the ciphertext');
    await expect(unsealer.open(petitionIdNo(903), sha256)).rejects.toThrow('Nothing found');
  });

  const objectOf = async (fileId: string, n: number): Promise<string> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `${fileId}/${n}` }));
    return (await Body?.transformToString('latin1')) ?? '';
  };

  it('opens files with the text, byte for byte; where they lie nothing of them can be read', async () => {
    const fileId = petitionIdNo(904);
    const { sha256, ...item } = await sealer.seal(fileId, { ...DENUNCIATION, files: FILES });
    await keep(fileId, item);
    for (const n of [0, 1]) expect(await objectOf(fileId, n)).not.toMatch(/Mai|PDF|pdf|jpeg/);
    const { files } = await unsealer.open(fileId, sha256);
    expect(files.map(({ bytes, ...about }) => ({ ...about, bytes: Buffer.from(bytes) }))).toEqual(FILES);
  });

  it('opens no file that was exchanged, with one of another file or within one, and none that is gone', async () => {
    const [own, other] = [petitionIdNo(905), petitionIdNo(906)];
    const { sha256, ...item } = await sealer.seal(own, { ...DENUNCIATION, files: FILES });
    await keep(own, item);
    await sealer.seal(other, { ...DENUNCIATION, files: FILES });
    const put = async (Body: string): Promise<void> => {
      await s3.send(new PutObjectCommand({ Bucket, Key: `${own}/0`, Body }));
    };
    for (const foreign of [await objectOf(other, 0), await objectOf(own, 1)]) {
      await put(foreign);
      await expect(unsealer.open(own, sha256)).rejects.toBeInstanceOf(BrokenSealError);
    }
    const gone = petitionIdNo(907);
    const { sha256: digest, ...person } = await withoutObjects.seal(gone, { ...DENUNCIATION, files: FILES });
    await keep(gone, person);
    await expect(unsealer.open(gone, digest)).rejects.toThrow('Nothing found');
  });

  it('opens what was sealed before denunciations had files', async () => {
    const fileId = petitionIdNo(908);
    const { files: _, ...older } = DENUNCIATION;
    const EncryptionContext = { purpose: 'kien-nghi-sealed-lane', file: fileId };
    const { Plaintext = new Uint8Array(), CiphertextBlob = new Uint8Array() } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext }),
    );
    const jwe = await sealDocument({ petitionId: fileId, seq: 1 }, older, Plaintext);
    await keep(fileId, { jwe, wrappedKey: Buffer.from(CiphertextBlob).toString('base64url') });
    const digest = createHash('sha256').update(jwe).digest('hex');
    expect(await unsealer.open(fileId, digest)).toEqual(DENUNCIATION);
  });
});
