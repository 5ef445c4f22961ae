import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { CdkError, runCdk } from './cdk-cli.js';
import { nameOf, type AwsConfig } from './config.js';
import { DeployedStacks } from './deployed-stacks.js';
import { readStage, StageConfigError } from './read-stage.js';
import { uploadSite } from './upload-site.js';

const WEB = join(import.meta.dirname, '..', 'web');
const USAGE = 'Usage: npm run deploy -- --stage dev|prod';

const say = (line: string): void => {
  console.log(line);
};

/** The example values of a fresh checkout synthesise, but nobody can own them. */
const refuseExamples = (config: AwsConfig): void => {
  if (/\.example$/.test(config.publicOrigin))
    throw new StageConfigError(`infra/stages/${config.stage}.json: publicOrigin is still the example.`);
};

const stageOf = (args: string[]): AwsConfig => {
  const { values } = parseArgs({ args, options: { stage: { type: 'string' } } });
  if (values.stage === undefined) throw new StageConfigError(USAGE);
  const config = readStage(values.stage);
  if (config.stage === 'local') throw new StageConfigError('The local stage is deployed by npm start.');
  refuseExamples(config);
  return config;
};

const deploySite = async (config: AwsConfig): Promise<void> => {
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  const stacks = new DeployedStacks({ region: config.region });
  const { SiteBucket } = (await stacks.outputs(nameOf(config, 'web'))) ?? {};
  if (SiteBucket === undefined) throw new StageConfigError('The web stack has no bucket for the site.');
  await uploadSite({ region: config.region, bucket: SiteBucket, folder: join(WEB, 'dist') });
};

const main = async (): Promise<void> => {
  const config = stageOf(process.argv.slice(2));
  const env = { ...(process.env as Record<string, string>), AWS_REGION: config.region };
  await runCdk(
    ['deploy', '--all', '-c', `stage=${config.stage}`, '--require-approval', 'never', '--concurrency', '2'],
    {
      env,
      onLine: say,
    },
  );
  await deploySite(config);
  say(`Deployed: ${config.publicOrigin}`);
};

try {
  await main();
} catch (error) {
  if (error instanceof StageConfigError) console.error(error.message);
  else if (!(error instanceof CdkError)) throw error;
  process.exitCode = 1;
}
