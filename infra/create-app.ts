import { App, type AppProps } from 'aws-cdk-lib';
import type { CodeOf } from './bundle.js';
import { nameOf, policyOf, type StageConfig } from './config.js';
import { ApplicationStack } from './stacks/application-stack.js';
import { StatefulStack } from './stacks/stateful-stack.js';
import { WebStack } from './stacks/web-stack.js';

/** Here and not in cdk.json, so that the CLI, the tests and the local start make the same templates. */
const FLAGS = {
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-kms:aliasNameRef': true,
  '@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard': true,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/** The CDK app of a stage. `codeOf` gives the functions' code; `props` are the app's own, such as `outdir`. */
export const createApp = (config: StageConfig, codeOf: CodeOf, props: AppProps = {}): App => {
  const app = new App({ analyticsReporting: false, ...props, context: { ...FLAGS, ...props.context } });
  const env = { region: config.region };
  const state = new StatefulStack(app, nameOf(config, 'stateful'), { config, env });
  const application = new ApplicationStack(app, nameOf(config, 'application'), {
    config,
    env,
    state,
    codeOf,
  });
  if (config.stage !== 'local' && policyOf(config.stage).edge === 'cloudfront') {
    new WebStack(app, nameOf(config, 'web'), { config, env, api: application.api.api });
  }
  return app;
};
