import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Stack } from 'aws-cdk-lib';
import { ADDRESS_SINCE, KEY, POST_ATTRIBUTES, type IndexName } from '../../adapters/dynamodb/layout.js';
import type { StatefulStack } from '../stacks/stateful-stack.js';
import { SealedAccess } from './sealed-access.js';
import { allow, partitions, TABLE_KEY } from './statements.js';

/** Bound by KMS to every wrapping key of the vault (adapters/vault/wrapping-keys.ts). */
const VAULT_CONTEXT = { StringEquals: { 'kms:EncryptionContext:purpose': 'kien-nghi-resident-vault' } };

/**
 * The permissions that functions are put together from. Nobody may delete an item or scan a table; items of a history
 * (`HIST#`) may be put and read, never updated.
 */
export class Access {
  /** Denunciations: tables and a key of their own. */
  readonly sealed: SealedAccess;

  constructor(private readonly state: StatefulStack) {
    this.sealed = new SealedAccess(state);
  }

  /** The record, engine fields, notices, codes, links: by key. */
  readPetitions(): PolicyStatement[] {
    return [allow(['dynamodb:GetItem'], [this.state.tables.petitions.tableArn]), this.tableKey('read')];
  }

  /** The events of a petition. */
  readHistory(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [allow(['dynamodb:Query'], [petitions.tableArn], partitions('HIST#')), this.tableKey('read')];
  }

  /** Notices that an index has named, many at once. */
  readNotices(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [
      allow(['dynamodb:BatchGetItem'], [petitions.tableArn], partitions('PET#')),
      ...this.listPetitions('byWake'),
      ...this.readPetitions(),
    ];
  }

  /** Lists by these indexes. */
  listPetitions(...indexes: IndexName[]): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [
      allow(
        ['dynamodb:Query'],
        indexes.map((index) => `${petitions.tableArn}/index/${index}`),
      ),
      this.tableKey('read'),
    ];
  }

  /** First commit: the record with its code and intake key, the first event; a repetition is answered from the latter. */
  startPetitions(): PolicyStatement[] {
    return [
      ...this.readPetitions(),
      ...this.readHistory(),
      ...this.put(this.state.tables.petitions, 'PET#', 'HIST#', 'CODE#', 'IDEM#'),
    ];
  }

  /** A meeting and the keys under which it is found again. */
  recordMeetings(): PolicyStatement[] {
    return this.put(this.state.tables.petitions, 'MEETING#', 'IDEM#');
  }

  /** Later commits: the record, its thread and notices, one more event. */
  changePetitions(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [
      ...this.readPetitions(),
      ...this.put(petitions, 'PET#', 'HIST#'),
      allow(['dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'], [petitions.tableArn], partitions('PET#')),
    ];
  }

  /** Engine fields and notices only: no event can be written. */
  changeThreads(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [
      ...this.readPetitions(),
      allow(['dynamodb:UpdateItem'], [petitions.tableArn], partitions('PET#')),
      this.tableKey('write'),
    ];
  }

  /** Ends of notices, which are written whole. No event can be written. */
  settleNotices(): PolicyStatement[] {
    return this.put(this.state.tables.petitions, 'PET#');
  }

  /** All threads of a petition at once. */
  listThreads(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [allow(['dynamodb:Query'], [petitions.tableArn], partitions('PET#')), this.tableKey('read')];
  }

  /** Which petitions follow one. */
  listDuplicates(): PolicyStatement[] {
    return this.listThreads();
  }

  /** Threads by key, and those of the petitions that follow one. */
  wakeDuplicates(): PolicyStatement[] {
    return [...this.changeThreads(), ...this.listThreads()];
  }

  /** Petitions of a ward with the keyed sketches of their texts: no text, no key to one. */
  compareTexts(): PolicyStatement[] {
    return [
      ...this.listPetitions('byUnit'),
      allow(['dynamodb:BatchGetItem'], [this.state.tables.residents.tableArn], {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PET#*'] },
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': [KEY.partition, KEY.sort, 'sketch'] },
          StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      }),
    ];
  }

  /** What the reception desk decided of matters that are alike. */
  readPrecedents(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [allow(['dynamodb:Query'], [petitions.tableArn], partitions('SORTED#')), this.tableKey('read')];
  }

  keepPrecedents(): PolicyStatement[] {
    return [...this.readPrecedents(), ...this.put(this.state.tables.petitions, 'SORTED#')];
  }

  /** How far a release has been applied to the open threads. */
  walkRelease(): PolicyStatement[] {
    return this.put(this.state.tables.petitions, 'RELEASE#');
  }

  writeLinks(): PolicyStatement[] {
    return this.put(this.state.tables.petitions, 'LINK#');
  }

  /** The digest of an agency's day, once. */
  openDigests(): PolicyStatement[] {
    return this.put(this.state.tables.petitions, 'DIGEST#');
  }

  /** Seals a new resident's file under a new key; the blind index of the contacts. */
  sealFirst(): PolicyStatement[] {
    const { residents, residentKeys } = this.state.tables;
    return [
      ...this.put(residents, 'PET#', 'FIND#'),
      ...this.put(residentKeys, 'PET#'),
      allow(['kms:GenerateDataKey'], [this.state.vaultKey.keyArn], { conditions: VAULT_CONTEXT }),
    ];
  }

  /** Matters of a split submission: petitions with a code and a resident's file of their own. */
  beginMatters(): PolicyStatement[] {
    return [...this.put(this.state.tables.petitions, 'CODE#'), ...this.sealFirst()];
  }

  /** Ids of petitions by the keyed digest of a contact: nothing else of the table can be listed. */
  findByContact(): PolicyStatement[] {
    const { residents } = this.state.tables;
    return [allow(['dynamodb:Query'], [residents.tableArn], partitions('FIND#')), this.tableKey('read')];
  }

  /** The record of the desk's searches, and their count. */
  noteSearches(): PolicyStatement[] {
    const { petitions } = this.state.tables;
    return [
      ...this.put(petitions, 'SEARCH#'),
      allow(['dynamodb:UpdateItem'], [petitions.tableArn], partitions('SEARCH#')),
    ];
  }

  /** Seals texts of a later event under the petition's key. */
  sealTexts(): PolicyStatement[] {
    return [...this.openVault(), ...this.put(this.state.tables.residents, 'PET#')];
  }

  /** Reads what residents and officials wrote. */
  openVault(): PolicyStatement[] {
    const { residents, residentKeys } = this.state.tables;
    return [
      allow(['dynamodb:GetItem'], [residents.tableArn, residentKeys.tableArn]),
      this.tableKey('read'),
      allow(['kms:Decrypt'], [this.state.vaultKey.keyArn], { conditions: VAULT_CONTEXT }),
    ];
  }

  readContacts(): PolicyStatement[] {
    return [allow(['dynamodb:Query'], [this.state.tables.contacts.tableArn]), this.tableKey('read')];
  }

  /** Whether a link's contact is still the same: no name, no address. */
  checkContacts(): PolicyStatement[] {
    return [
      allow(['dynamodb:GetItem'], [this.state.tables.contacts.tableArn], {
        conditions: {
          'ForAllValues:StringEquals': {
            'dynamodb:Attributes': [KEY.partition, KEY.sort, ADDRESS_SINCE],
          },
          StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      }),
      this.tableKey('read'),
    ];
  }

  /** The posts of an agency, to choose a colleague from: no name, no address. */
  choosePosts(): PolicyStatement[] {
    return [
      allow(['dynamodb:Query'], [this.state.tables.contacts.tableArn], {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AGENCY#*'] },
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...POST_ATTRIBUTES] },
          StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      }),
      this.tableKey('read'),
    ];
  }

  /** That a mailbox is dead, and nothing else of a contact: no address can be changed, none is given back. */
  markContacts(): PolicyStatement[] {
    return [
      allow(['dynamodb:UpdateItem'], [this.state.tables.contacts.tableArn], {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AGENCY#*'] },
          'ForAllValues:StringEquals': {
            'dynamodb:Attributes': [KEY.partition, KEY.sort, ADDRESS_SINCE, 'bouncedOn'],
          },
          StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
        },
      }),
      this.tableKey('write'),
    ];
  }

  readRegistry(): PolicyStatement[] {
    return [allow(['s3:GetObject'], [this.state.buckets.registry.arnForObjects('*')])];
  }

  putEvidence(): PolicyStatement[] {
    return [
      allow(['s3:PutObject'], [this.state.buckets.evidence.arnForObjects('*')]),
      this.by('s3', this.state.dataKey, ['kms:GenerateDataKey', 'kms:Decrypt']),
    ];
  }

  getEvidence(): PolicyStatement[] {
    return [
      allow(['s3:GetObject'], [this.state.buckets.evidence.arnForObjects('*')]),
      this.by('s3', this.state.dataKey, ['kms:Decrypt']),
    ];
  }

  readFormSecret(): PolicyStatement[] {
    return [allow(['secretsmanager:GetSecretValue'], [this.state.formSecretArn])];
  }

  readLinkSecret(): PolicyStatement[] {
    return [allow(['secretsmanager:GetSecretValue'], [this.state.linkSecretArn])];
  }

  readCodeSecret(): PolicyStatement[] {
    return [allow(['secretsmanager:GetSecretValue'], [this.state.codeSecretArn])];
  }

  /** Nothing at all on a stage without a gateway. */
  readGatewaySecret(): PolicyStatement[] {
    const { gatewaySecretArn } = this.state;
    return gatewaySecretArn === undefined
      ? []
      : [allow(['secretsmanager:GetSecretValue'], [gatewaySecretArn])];
  }

  /** As the configured sender only. */
  sendMail(): PolicyStatement[] {
    const { identity, configurationSet, from } = this.state.mail;
    const set = Stack.of(this.state).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet.configurationSetName,
    });
    return [
      allow(['ses:SendEmail'], [identity.emailIdentityArn, set], {
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
    ];
  }

  private put(table: TableV2, ...prefixes: string[]): PolicyStatement[] {
    return [allow(['dynamodb:PutItem'], [table.tableArn], partitions(...prefixes)), this.tableKey('write')];
  }

  /** DynamoDB uses the key with the permissions of whoever calls it. */
  private tableKey(use: keyof typeof TABLE_KEY): PolicyStatement {
    return this.by('dynamodb', this.state.dataKey, TABLE_KEY[use]);
  }

  /** The key through one service only: never to decrypt something directly. */
  private by(service: string, key: IKey, actions: string[]): PolicyStatement {
    const via = `${service}.${Stack.of(this.state).region}.amazonaws.com`;
    return allow(actions, [key.keyArn], { conditions: { StringEquals: { 'kms:ViaService': via } } });
  }
}
