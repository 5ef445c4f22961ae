import { PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';

/** What DynamoDB documents for customer managed keys, without its wildcards. */
const READ = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE = [
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
];
export const TABLE_KEY = { read: READ, write: [...READ, ...WRITE] };

/** A statement that allows. */
export const allow = (
  actions: string[],
  resources: string[],
  rest: PolicyStatementProps = {},
): PolicyStatement => new PolicyStatement({ actions, resources, ...rest });

/** Only items whose partition key begins with one of these. IAM cannot tell sort keys apart, hence partitions of their own. */
export const partitions = (...prefixes: string[]): PolicyStatementProps => ({
  conditions: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) },
  },
});
