import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../adapters/dynamodb/keys.js';
import { DynamoSealedStore } from '../../../adapters/dynamodb/sealed-store.js';
import type { SealedTables } from '../../../adapters/dynamodb/sealed-tables.js';
import { KmsSealer, KmsUnsealer } from '../../../adapters/vault/sealed-person.js';
import type { Denunciation } from '../../../core/ports/sealed-vault.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';
import { sealedStoreContract } from '../../support/contracts/sealed-store.contract.js';
import { useEngine } from '../../support/engine.js';
import { createTables } from './create-tables.js';

const aws = useEngine();
let tables: SealedTables;
let sealer: KmsSealer;
let unsealer: KmsUnsealer;

beforeAll(async () => {
  const { client } = await createTables(aws.clientConfig());
  tables = { client, sealedFiles: 'SealedFiles', sealedPersons: 'SealedPersons' };
  const kms = new KMSClient(aws.clientConfig());
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const keyId = KeyMetadata?.KeyId ?? '';
  sealer = new KmsSealer(kms, keyId);
  unsealer = new KmsUnsealer(kms, keyId, tables);
});

describe('denunciations in DynamoDB', () => {
  sealedStoreContract(() => new DynamoSealedStore(tables), { from: 0 });

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
};

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
});
