import { Aws } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { nameOf, type StageConfig } from '../config.js';

/** The only functions whose roles use the key of the sealed lane; their roles have names so that the key can name them. */
export const SEALED_KEY_USERS = {
  'submit-denunciation': 'kms:GenerateDataKey',
  'unseal-file': 'kms:Decrypt',
} as const;

export const sealedRoleName = (config: StageConfig, folder: string): string | undefined =>
  folder in SEALED_KEY_USERS ? nameOf(config, `${folder}-role`) : undefined;

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
 * An IAM policy alone gives nobody the use of this key, not even an administrator's: the key's own policy lets one role
 * lock and one role open. The account keeps the care of it, `PutKeyPolicy` included, as KMS would refuse a key that nobody
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
                'aws:PrincipalArn': `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${sealedRoleName(config, folder) ?? ''}`,
              },
              StringEquals: { 'kms:EncryptionContext:purpose': 'kien-nghi-sealed-lane' },
            },
          }),
      ),
    ],
  });
