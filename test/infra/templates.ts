import { Stack, Validations, type App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { CodeOf } from '../../infra/bundle.js';
import type { StageConfig, StageName } from '../../infra/config.js';
import { createApp } from '../../infra/create-app.js';

const onAws = {
  region: 'ap-southeast-1',
  publicOrigin: 'https://kien-nghi.example',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  signInPrefix: 'kien-nghi-example',
  mailFrom: 'kien-nghi@phuong.example',
  alarmEmail: 'truc@phuong.example',
  deliveryWatchMinutes: 60,
  linkKeyVersion: 1,
  gateway: { url: 'https://tin-nhan.example/v1/messages', channel: 'zalo' as const, accents: false },
};

export const CONFIGS: Record<StageName, StageConfig> = {
  local: {
    stage: 'local',
    region: 'ap-southeast-1',
    publicOrigin: 'http://127.0.0.1:8787',
    mailFrom: 'kien-nghi@phuong.example',
    alarmEmail: 'truc@phuong.example',
    deliveryWatchMinutes: 60,
    linkKeyVersion: 1,
    gateway: { url: 'http://127.0.0.1:8787/_local/gateway', channel: 'sms', accents: true },
    legalClockFile: '/state/legal-clock.json',
  },
  // No gateway: residents without e-mail are phoned.
  dev: { stage: 'dev', ...onAws, gateway: undefined },
  prod: { stage: 'prod', ...onAws, residencyDecision: 'Văn bản số 01/VP-CNTT ngày 02/01/2026' },
};

/** Templates are about names and rights; the code has a test of its own. */
const noCode: CodeOf = () => Code.fromInline('export const handler = () => undefined;');

export interface Synthesised {
  app: App;
  stateful: Template;
  application: Template;
  /** Undefined where no CloudFront stands in front. */
  web: Template | undefined;
}

/** Synthesises a stage; with `checks`, findings of cdk-nag make it throw. */
export const synthesise = (stage: StageName, { checks = false } = {}): Synthesised => {
  // CloudFormation's own rules take seconds: the test of findings is enough to check them once a stage.
  const app = createApp(CONFIGS[stage], noCode, { builtinCloudFormationValidation: checks });
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const template = (name: string): Template | undefined => {
    const stack = app.node.tryFindChild(`kien-nghi-${stage}-${name}`);
    return Stack.isStack(stack) ? Template.fromStack(stack) : undefined;
  };
  const [stateful, application, web] = ['stateful', 'application', 'web'].map(template);
  if (stateful === undefined || application === undefined) throw new Error('a stack is missing');
  return { app, stateful, application, web };
};
