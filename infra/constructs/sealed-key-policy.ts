import { Aws } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { nameOf, type StageConfig } from '../config.js';

/** The only functions whose roles use the key of the sealed lane; their roles have names so that the key can name them. */
export const SEALED_KEY_USERS = {
  'submit-denunciation': 'kms:GenerateDataKey',
  'enter-denunciation': 'kms:GenerateDataKey',
  'unseal-file': 'kms:Decrypt',
} as const;

type SealedKeyUse = (typeof SEALED_KEY_USERS)[keyof typeof SEALED_KEY_USERS];

export const sealedRoleName = (config: StageConfig, folder: string): string | undefined =>
  folder in SEALED_KEY_USERS ? nameOf(config, `${folder}-role`) : undefined;

const roleArn = (config: StageConfig, folder: string): string =>
  `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${sealedRoleName(config, folder) ?? ''}`;

const rolesWith = (config: StageConfig, use: SealedKeyUse): string[] =>
  Object.entries(SEALED_KEY_USERS).flatMap(([folder, may]) => (may === use ? [roleArn(config, folder)] : []));

/** Care of the key, without use of it: neither opening nor locking, nor a grant by which another could. */
const CARE = [
  ...[
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:GetKeyRotationStatus',
    'kms:ListGrants',
    'kms:ListKeyPolicies',
  ],
  ...['kms:ListKeyRotations', 'kms:ListResourceTags', 'kms:ListRetirableGrants', 'kms:PutKeyPolicy'],
  ...['kms:EnableKey', 'kms:DisableKey', 'kms:EnableKeyRotation', 'kms:DisableKeyRotation'],
  ...['kms:RevokeGrant', 'kms:TagResource', 'kms:UntagResource', 'kms:UpdateAlias', 'kms:CreateAlias'],
  ...['kms:DeleteAlias', 'kms:UpdateKeyDescription', 'kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'],
];

/**
 * An IAM policy alone gives nobody the use of this key, not even an administrator's: the key's own policy lets the two
 * intakes lock and one role open. The account keeps the care of it, `PutKeyPolicy` included, as KMS would refuse a key that nobody
 * can care for; whoever changes the policy is in CloudTrail. Roles are named by a condition: a principal must exist when the
 * key is made, and the functions are made after it.
 */
export const sealedKeyPolicy = (config: StageConfig): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'CareWithoutUse',
        principals: [new AccountRootPrincipal()],
        actions: CARE,
        resources: ['*'],
      }),
      ...Object.entries(SEALED_KEY_USERS).map(
        ([folder, action]) =>
          new PolicyStatement({
            principals: [new AccountRootPrincipal()],
            actions: [action],
            resources: ['*'],
            conditions: {
              ArnEquals: {
                'aws:PrincipalArn': roleArn(config, folder),
              },
              StringEquals: { 'kms:EncryptionContext:purpose': 'kien-nghi-sealed-lane' },
            },
          }),
      ),
    ],
  });

/**
 * Whoever is not the one role that opens reads no ciphertext, and whoever is not an intake writes none, whatever an IAM
 * policy says. An
 * administrator would first have to change this policy.
 */
export const sealedObjectsPolicy = (config: StageConfig, bucket: Bucket): PolicyStatement[] => {
  const only = (actions: string[], use: SealedKeyUse): PolicyStatement =>
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources: [bucket.arnForObjects('*')],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': rolesWith(config, use) } },
    });
  return [
    only(['s3:GetObject', 's3:GetObjectVersion'], 'kms:Decrypt'),
    only(['s3:PutObject'], 'kms:GenerateDataKey'),
  ];
};
