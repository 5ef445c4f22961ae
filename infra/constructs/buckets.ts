import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { sealedObjectsPolicy } from './sealed-key-policy.js';
import { policyOf, type ReleaseLock, type StageConfig } from '../config.js';

/** Every event names the release by which it was decided: a release is kept as long as petitions are. */
const RELEASES_KEPT = Duration.days(3_650);
const ACCESS_LOGS_KEPT = Duration.days(365);
const OLD_VERSIONS_KEPT = Duration.days(90);

const lockOf = (lock: ReleaseLock): Pick<BucketProps, 'objectLockEnabled' | 'objectLockDefaultRetention'> => {
  if (lock === 'none') return {};
  const retention =
    lock === 'compliance'
      ? ObjectLockRetention.compliance(RELEASES_KEPT)
      : ObjectLockRetention.governance(RELEASES_KEPT);
  return { objectLockEnabled: true, objectLockDefaultRetention: retention };
};

/** Released registries, petitions' files, and the log of who fetched them. */
export class Buckets extends Construct {
  /** Releases under their hash and a pointer to the one in force. */
  readonly registry: Bucket;
  /** Files of petitions, named by their content. */
  readonly evidence: Bucket;
  /** Files of denunciations: ciphertexts only. */
  readonly sealedObjects: Bucket;

  constructor(scope: Construct, id: string, { config, key }: { config: StageConfig; key: IKey }) {
    super(scope, id);
    const { keepsData, releaseLock } = policyOf(config.stage);
    const common = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    // CDK's own types do not agree with exactOptionalPropertyTypes.
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: ACCESS_LOGS_KEPT }],
    });
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'This is where access logs go; a log of the log would never end.',
    });
    this.registry = new Bucket(this, 'Registry', {
      ...common,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      ...lockOf(releaseLock),
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'registry/',
    });
    this.evidence = new Bucket(this, 'Evidence', {
      ...common,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: OLD_VERSIONS_KEPT,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'evidence/',
    });
    // What lies in it is sealed by the lane's own key before it arrives; no other key is needed to keep it from anybody.
    this.sealedObjects = new Bucket(this, 'SealedObjects', {
      ...common,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'sealed-objects/',
    });
    for (const statement of sealedObjectsPolicy(config, this.sealedObjects))
      this.sealedObjects.addToResourcePolicy(statement);
  }
}
