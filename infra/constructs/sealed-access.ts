import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StatefulStack } from '../stacks/stateful-stack.js';
import { allow, partitions, TABLE_KEY } from './statements.js';

/** Bound by KMS to every data key of the lane (adapters/vault/sealed-person.ts). */
const SEALED_CONTEXT = { StringEquals: { 'kms:EncryptionContext:purpose': 'kien-nghi-sealed-lane' } };

/** Permissions of the sealed lane. Who may lock may not open, and only one function may open. */
export class SealedAccess {
  constructor(private readonly state: StatefulStack) {}

  /** Records and codes by key. */
  readFiles(): PolicyStatement[] {
    return [allow(['dynamodb:GetItem'], [this.state.tables.sealedFiles.tableArn]), this.tableKey('read')];
  }

  readHistories(): PolicyStatement[] {
    const { sealedFiles } = this.state.tables;
    return [allow(['dynamodb:Query'], [sealedFiles.tableArn], partitions('HIST#')), this.tableKey('read')];
  }

  listFiles(index: 'byBody' | 'byOpen'): PolicyStatement[] {
    const { sealedFiles } = this.state.tables;
    return [allow(['dynamodb:Query'], [`${sealedFiles.tableArn}/index/${index}`]), this.tableKey('read')];
  }

  /** Sums by province and quarter: no file can be read with this. */
  readCounts(): PolicyStatement[] {
    const { sealedFiles } = this.state.tables;
    return [allow(['dynamodb:Query'], [sealedFiles.tableArn], partitions('COUNT#')), this.tableKey('read')];
  }

  /** First commit, with the ciphertext. */
  startFiles(): PolicyStatement[] {
    const { sealedFiles, sealedPersons } = this.state.tables;
    return [
      ...this.readFiles(),
      ...this.put(sealedFiles, 'SEALED#', 'HIST#', 'CODE#', 'IDEM#'),
      ...this.put(sealedPersons, 'SEALED#'),
      allow(['dynamodb:UpdateItem'], [sealedFiles.tableArn], partitions('COUNT#')),
      allow(['s3:PutObject'], [this.objects()]),
      allow(['kms:GenerateDataKey'], [this.state.sealedKey.keyArn], { conditions: SEALED_CONTEXT }),
    ];
  }

  /** Later commits: the record and one more event. */
  changeFiles(): PolicyStatement[] {
    const { sealedFiles } = this.state.tables;
    return [
      ...this.readFiles(),
      ...this.put(sealedFiles, 'HIST#'),
      allow(['dynamodb:UpdateItem'], [sealedFiles.tableArn], partitions('SEALED#', 'COUNT#')),
    ];
  }

  /** Identity, text and files. One function has this. */
  unseal(): PolicyStatement[] {
    const { sealedPersons } = this.state.tables;
    return [
      allow(['dynamodb:GetItem'], [sealedPersons.tableArn], partitions('SEALED#')),
      this.tableKey('read'),
      allow(['s3:GetObject'], [this.objects()]),
      allow(['kms:Decrypt'], [this.state.sealedKey.keyArn], { conditions: SEALED_CONTEXT }),
    ];
  }

  private objects(): string {
    return this.state.buckets.sealedObjects.arnForObjects('*');
  }

  private put(table: TableV2, ...prefixes: string[]): PolicyStatement[] {
    return [allow(['dynamodb:PutItem'], [table.tableArn], partitions(...prefixes)), this.tableKey('write')];
  }

  /** DynamoDB uses the tables' key with the permissions of whoever calls it; contents are sealed by another. */
  private tableKey(use: keyof typeof TABLE_KEY): PolicyStatement {
    const via = `dynamodb.${Stack.of(this.state).region}.amazonaws.com`;
    return allow(TABLE_KEY[use], [this.state.dataKey.keyArn], {
      conditions: { StringEquals: { 'kms:ViaService': via } },
    });
  }
}
