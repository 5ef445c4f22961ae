import { type Stack, Validations } from 'aws-cdk-lib';
import type { StatefulStack } from '../stacks/stateful-stack.js';

/** Name under which the stack exports a value; cdk-nag shows a resource of another stack by it. */
const exportName = (state: StatefulStack, value: string): string =>
  (state.resolve(state.exportValue(value)) as { 'Fn::ImportValue': string })['Fn::ImportValue'];

/** Says why these wildcards in resources, and no others, are as narrow as they can be. */
export const explainWildcards = (
  stack: Stack,
  parts: { state: StatefulStack; machineName: string },
): void => {
  const { registry, evidence, sealedObjects } = parts.state.buckets;
  const explained = {
    [`${exportName(parts.state, registry.bucketArn)}/*`]:
      'Functions read released registries, whose keys are hashes.',
    [`${exportName(parts.state, evidence.bucketArn)}/*`]:
      'Keys of files begin with the id of a petition, unknown beforehand.',
    [`${exportName(parts.state, sealedObjects.bucketArn)}/*`]:
      'Keys begin with the id of a denunciation, unknown beforehand; the bucket itself names the roles.',
    [`arn:aws:states:${stack.region}:<AWS::AccountId>:execution:${parts.machineName}:*`]:
      'Executions of this one machine; their names are ids of petitions.',
  };
  for (const [resource, reason] of Object.entries(explained)) {
    Validations.of(stack).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  }
};
