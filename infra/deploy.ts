import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { bundleFunctions } from './bundle.js';
import { runCdk } from './cdk-cli.js';
import type { LocalConfig, StageConfig } from './config.js';
import { createApp } from './create-app.js';
import { DeployedStacks } from './deployed-stacks.js';
import { LOCAL_GATEWAY_PATH } from './local-gateway-path.js';
import { parseStage, readStage } from './read-stage.js';

/** CDK's own stack: the bucket for assets and the roles. */
const BOOTSTRAP_STACK = 'CDKToolkit';
/** The engine's only account. */
const ACCOUNT = '000000000000';

export interface EngineTarget {
  endpoint: string;
  /** From `engineEnv`: address, credentials of nobody, Region. */
  env: Record<string, string>;
  log: (line: string) => void;
  /** File with the legal clock's anchor. */
  clockFile: string;
  /** The one origin that people see. */
  publicOrigin: string;
  /** The assembly is written below this folder. */
  stateDir: string;
}

/** Where the deployed app keeps what. */
export interface DeployedApp {
  apiId: string;
  petitionsTable: string;
  residentsTable: string;
  residentKeysTable: string;
  contactsTable: string;
  registryBucket: string;
  evidenceBucket: string;
  noticesQueueUrl: string;
  stateMachineArn: string;
  reconcileFunction: string;
  watchSealedFunction: string;
  userPool: { poolId: string; clientId: string };
}

/** The local gateway for messages stands on the one origin, whose port is chosen at the start. */
const atOrigin = (config: StageConfig, publicOrigin: string): StageConfig =>
  config.gateway === undefined
    ? config
    : { ...config, gateway: { ...config.gateway, url: `${publicOrigin}${LOCAL_GATEWAY_PATH}` } };

const localConfig = ({ clockFile, publicOrigin }: EngineTarget): LocalConfig => {
  const config = parseStage(
    { ...atOrigin(readStage('local'), publicOrigin), publicOrigin, legalClockFile: clockFile },
    'infra/stages/local.json',
  );
  if (config.stage !== 'local') throw new TypeError('only the local stage goes to the engine');
  return config;
};

/** CloudFormation's rules for templates are checked by `cdk synth` and the tests; here they would cost three seconds. */
const synthesise = async (config: LocalConfig, outdir: string): Promise<CloudAssembly> => {
  rmSync(outdir, { recursive: true, force: true });
  const codeOf = await bundleFunctions(join(outdir, 'functions'));
  return createApp(config, codeOf, { outdir, builtinCloudFormationValidation: false }).synth();
};

const isDeployed = async (stacks: DeployedStacks, assembly: CloudAssembly): Promise<boolean> => {
  for (const { stackName, template } of assembly.stacks) {
    const [deployed, outputs] = await Promise.all([stacks.template(stackName), stacks.outputs(stackName)]);
    if (outputs === undefined || deployed === undefined) return false;
    if (JSON.stringify(JSON.parse(deployed)) !== JSON.stringify(template)) return false;
  }
  return true;
};

const describe = (outputs: Record<string, string>): DeployedApp => {
  const of = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`The deployed stacks have no output ${name}.`);
    return value;
  };
  return {
    apiId: of('ApiId'),
    petitionsTable: of('PetitionsTable'),
    residentsTable: of('ResidentsTable'),
    residentKeysTable: of('ResidentKeysTable'),
    contactsTable: of('ContactsTable'),
    registryBucket: of('RegistryBucket'),
    evidenceBucket: of('EvidenceBucket'),
    noticesQueueUrl: of('NoticesQueueUrl'),
    stateMachineArn: of('StateMachineArn'),
    reconcileFunction: of('ReconcileFunction'),
    watchSealedFunction: of('WatchSealedFunction'),
    userPool: { poolId: of('UserPoolId'), clientId: of('UserPoolClientId') },
  };
};

/**
 * Bootstraps the engine and deploys the CDK app to it, as `cdk deploy` does to AWS. What is deployed already is left
 * alone, so that starting again on kept state takes no deployment.
 * @throws CdkError when bootstrap or deployment fail
 */
export const deployToEngine = async (target: EngineTarget): Promise<DeployedApp> => {
  const config = localConfig(target);
  const outdir = join(target.stateDir, 'cdk.out');
  const stacks = new DeployedStacks({ region: config.region, endpoint: target.endpoint });
  const isBootstrapped = (await stacks.outputs(BOOTSTRAP_STACK)) !== undefined;
  if (!isBootstrapped) target.log('Preparing the local AWS account');
  const environment = `aws://${ACCOUNT}/${config.region}`;
  const [assembly] = await Promise.all([
    synthesise(config, outdir),
    isBootstrapped
      ? undefined
      : runCdk(['bootstrap', environment], { env: target.env, cwd: target.stateDir }),
  ]);
  if (!(await isDeployed(stacks, assembly))) {
    target.log('Deploying the application to it');
    const options = [
      '--require-approval',
      'never',
      '--method',
      'direct',
      '--asset-parallelism',
      '--concurrency',
      '4',
    ];
    await runCdk(['deploy', '--all', '--app', outdir, ...options], { env: target.env, cwd: target.stateDir });
  }
  const outputs = await Promise.all(assembly.stacks.map(({ stackName }) => stacks.outputs(stackName)));
  return describe(Object.assign({}, ...outputs) as Record<string, string>);
};
