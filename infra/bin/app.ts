import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from '../bundle.js';
import { createApp } from '../create-app.js';
import { readStage, StageConfigError } from '../read-stage.js';

/** Run by the CDK CLI: `npx cdk synth -c stage=<name>`. */
const main = async (): Promise<void> => {
  const outdir = process.env['CDK_OUTDIR'] ?? 'cdk.out';
  const config = readStage(new App({ autoSynth: false }).node.tryGetContext('stage'));
  const app = createApp(config, await bundleFunctions(join(outdir, 'functions')), { outdir });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
};

try {
  await main();
} catch (error) {
  if (!(error instanceof StageConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
