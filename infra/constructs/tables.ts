import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type Attribute,
  type GlobalSecondaryIndexPropsV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { KEY, TABLES, type IndexLayout, type TableId } from '../../adapters/dynamodb/layout.js';
import { policyOf, type StageConfig } from '../config.js';

/** How far back the record can be restored. */
const RECORD_RECOVERY_DAYS = 35;
/** Erased persons must be gone from the backups soon: a week is what operators need to notice a mishap. */
const VAULT_RECOVERY_DAYS = 7;

const isAboutPersons = (table: TableId): boolean => table !== 'Petitions' && table !== 'SealedFiles';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const indexOf = ([indexName, layout]: [string, IndexLayout]): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKey: text(layout.partition),
  sortKey: text(layout.sort),
  ...(layout.projects === 'keys'
    ? { projectionType: ProjectionType.KEYS_ONLY }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...layout.projects] }),
});

/** The tables of layout.ts: encrypted with the project's key, restorable, without time to live. */
export class Tables extends Construct {
  readonly petitions: TableV2;
  readonly residents: TableV2;
  readonly residentKeys: TableV2;
  readonly contacts: TableV2;
  readonly sealedFiles: TableV2;
  readonly sealedPersons: TableV2;

  constructor(scope: Construct, id: string, { config, key }: { config: StageConfig; key: IKey }) {
    super(scope, id);
    const { keepsData } = policyOf(config.stage);
    const create = (table: TableId): TableV2 => {
      const { stream, indexes } = TABLES[table];
      return new TableV2(this, table, {
        partitionKey: text(KEY.partition),
        sortKey: text(KEY.sort),
        billing: Billing.onDemand(),
        encryption: TableEncryptionV2.customerManagedKey(key),
        pointInTimeRecoverySpecification: {
          pointInTimeRecoveryEnabled: true,
          recoveryPeriodInDays: isAboutPersons(table) ? VAULT_RECOVERY_DAYS : RECORD_RECOVERY_DAYS,
        },
        deletionProtection: keepsData,
        removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        globalSecondaryIndexes: Object.entries(indexes).map(indexOf),
        ...(stream === null ? {} : { dynamoStream: StreamViewType[stream] }),
      });
    };
    this.petitions = create('Petitions');
    this.residents = create('Residents');
    this.residentKeys = create('ResidentKeys');
    this.contacts = create('Contacts');
    this.sealedFiles = create('SealedFiles');
    this.sealedPersons = create('SealedPersons');
  }
}
