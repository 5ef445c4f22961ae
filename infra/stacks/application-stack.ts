import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Alarms } from '../alarms/alarms.js';
import type { CodeOf } from '../bundle.js';
import { nameOf, type StageConfig } from '../config.js';
import { Access } from '../constructs/access.js';
import { explainWildcards } from '../constructs/explain-wildcards.js';
import { EngineAccess } from '../constructs/engine-access.js';
import { functionTable, type Environment, type FunctionName } from '../constructs/function-table.js';
import { KienNghiFunction } from '../constructs/kien-nghi-function.js';
import { MailEvents } from '../constructs/mail-events.js';
import { PetitionApi } from '../constructs/petition-api.js';
import { Queues } from '../constructs/queues.js';
import { Reconciler } from '../constructs/reconciler.js';
import { sealedRoleName } from '../constructs/sealed-key-policy.js';
import { SealedWatch } from '../constructs/sealed-watch.js';
import { Relay } from '../constructs/relay.js';
import { Workflow } from '../constructs/workflow.js';
import type { StatefulStack } from './stateful-stack.js';

const ASL = join(import.meta.dirname, '..', '..', 'workflows', 'petition.asl.json');

export interface ApplicationStackProps extends StackProps {
  config: StageConfig;
  state: StatefulStack;
  codeOf: CodeOf;
}

/** What acts: functions, workflow, queues, API, alarms. Holds no data and can be replaced at any time. */
export class ApplicationStack extends Stack {
  readonly api: PetitionApi;
  private readonly config: StageConfig;
  private readonly state: StatefulStack;
  private readonly machineArn: string;
  private readonly queues: Queues;
  private readonly functions: Record<FunctionName, KienNghiFunction>;

  constructor(scope: Construct, id: string, { config, state, codeOf, ...props }: ApplicationStackProps) {
    super(scope, id, props);
    this.config = config;
    this.state = state;
    this.machineArn = this.statesArn('stateMachine', '');
    this.queues = new Queues(this, 'Queues');
    this.functions = this.createFunctions(codeOf);
    const workflow = this.createWorkflow();
    this.connect();
    this.api = new PetitionApi(this, 'Api', {
      config,
      staff: state.staff,
      functionOf: (name) => this.functions[name],
    });
    new Alarms(this, 'Alarms', {
      config,
      functions: this.functions,
      machine: workflow.machine,
      api: this.api.api,
      queues: this.queues,
      petitions: state.tables.petitions,
      configurationSet: state.mail.configurationSet.configurationSetName,
    });
    explainWildcards(this, { state, machineName: this.machineName() });
    this.outputs();
  }

  private createFunctions(codeOf: CodeOf): Record<FunctionName, KienNghiFunction> {
    const engine = new EngineAccess({
      machineArn: this.machineArn,
      executionsArn: this.statesArn('execution', ':*'),
      notices: this.queues.notices,
      mailEvents: this.queues.mailEvents,
      relayDead: this.queues.relayDead,
      petitions: this.state.tables.petitions,
    });
    const values = this.variables();
    const created = Object.entries(functionTable(new Access(this.state), engine)).map(([folder, spec]) => {
      const props = { config: this.config, codeOf, folder, values, ...spec };
      return [
        folder,
        new KienNghiFunction(this, folder, {
          ...props,
          roleName: sealedRoleName(this.config, folder),
        }),
      ];
    });
    return Object.fromEntries(created) as Record<FunctionName, KienNghiFunction>;
  }

  private createWorkflow(): Workflow {
    return new Workflow(this, 'Workflow', {
      config: this.config,
      machineName: this.machineName(),
      file: ASL,
      functions: {
        AdvancePetition: this.functions['advance-petition'],
        NextStep: this.functions['next-step'],
        AwaitAnswer: this.functions['await-answer'],
        FollowMain: this.functions['follow-main'],
        RecordFailure: this.functions['record-failure'],
      },
    });
  }

  /** Stream, queue and clock to the functions that serve them. */
  private connect(): void {
    const { petitions } = this.state.tables;
    new Relay(this, 'Relay', {
      relay: this.functions['relay-changes'],
      petitions,
      dead: this.queues.relayDead,
    });
    new Reconciler(this, 'Reconciler', {
      reconcile: this.functions['reconcile-threads'],
      machineArn: this.machineArn,
    });
    new SealedWatch(this, 'SealedWatch', { watch: this.functions['watch-sealed'] });
    new EventSourceMapping(this, 'Post', {
      target: this.functions['send-notice'],
      eventSourceArn: this.queues.notices.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: 5,
    });
    new MailEvents(this, 'MailEvents', {
      record: this.functions['record-mail-event'],
      queues: this.queues,
      configurationSet: nameOf(this.config, 'notices'),
    });
  }

  private machineName(): string {
    return nameOf(this.config, 'petition');
  }

  private statesArn(kind: 'stateMachine' | 'execution', rest: string): string {
    return `arn:${this.partition}:states:${this.region}:${this.account}:${kind}:${this.machineName()}${rest}`;
  }

  private variables(): Environment {
    const { config, state } = this;
    return {
      STAGE: config.stage,
      PETITIONS_TABLE: state.tables.petitions.tableName,
      RESIDENTS_TABLE: state.tables.residents.tableName,
      RESIDENT_KEYS_TABLE: state.tables.residentKeys.tableName,
      CONTACTS_TABLE: state.tables.contacts.tableName,
      REGISTRY_BUCKET: state.buckets.registry.bucketName,
      EVIDENCE_BUCKET: state.buckets.evidence.bucketName,
      NOTICES_QUEUE_URL: this.queues.notices.queueUrl,
      STATE_MACHINE_ARN: this.machineArn,
      FORM_SECRET_ARN: state.formSecretArn,
      LINK_SECRET_ARN: state.linkSecretArn,
      CODE_SECRET_ARN: state.codeSecretArn,
      LINK_KEY_VERSION: String(config.linkKeyVersion),
      VAULT_KEY_ARN: state.vaultKey.keyArn,
      SEALED_FILES_TABLE: state.tables.sealedFiles.tableName,
      SEALED_PERSONS_TABLE: state.tables.sealedPersons.tableName,
      SEALED_OBJECTS_BUCKET: state.buckets.sealedObjects.bucketName,
      SEALED_KEY_ARN: state.sealedKey.keyArn,
      MAIL_FROM: state.mail.from,
      MAIL_CONFIGURATION_SET: state.mail.configurationSet.configurationSetName,
      PUBLIC_ORIGIN: config.publicOrigin,
      DELIVERY_WATCH_MINUTES: String(config.deliveryWatchMinutes),
      ...(config.gateway !== undefined &&
        state.gatewaySecretArn !== undefined && {
          GATEWAY_URL: config.gateway.url,
          GATEWAY_CHANNEL: config.gateway.channel,
          GATEWAY_ACCENTS: config.gateway.accents ? 'true' : 'false',
          GATEWAY_SECRET_ARN: state.gatewaySecretArn,
        }),
      ...(config.stage === 'local' && { LEGAL_CLOCK_FILE: config.legalClockFile }),
    };
  }

  private outputs(): void {
    const output = (name: string, value: string): void => {
      new CfnOutput(this, name, { value });
    };
    output('ApiId', this.api.api.apiId);
    output('ApiUrl', this.api.api.apiEndpoint);
    output('StateMachineArn', this.machineArn);
    output('NoticesQueueUrl', this.queues.notices.queueUrl);
    output('ReconcileFunction', this.functions['reconcile-threads'].functionName);
    output('WatchSealedFunction', this.functions['watch-sealed'].functionName);
  }
}
