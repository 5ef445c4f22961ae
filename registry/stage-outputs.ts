import { existsSync, readFileSync } from 'node:fs';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { readStage } from '../infra/read-stage.js';

/** Written by `npm start`; there only while the local system runs. */
export const LOCAL_ENDPOINT_FILE = new URL('../.local/state/endpoint', import.meta.url).pathname;

export interface StageOutputs {
  region: string;
  /** Only locally: where the engine answers. */
  endpoint: string | undefined;
  /** Outputs of all stacks of the stage, by name. */
  outputs: Record<string, string>;
}

/** The engine of `npm start`, or the one that this variable names, as it does for every tool of AWS. */
const localEndpoint = (): string => {
  const named = process.env['AWS_ENDPOINT_URL'];
  if (named === undefined && !existsSync(LOCAL_ENDPOINT_FILE))
    throw new Error('The local system does not run: npm start.');
  // Credentials of nobody, which the engine accepts.
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local';
  return named ?? readFileSync(LOCAL_ENDPOINT_FILE, 'utf8').trim();
};

/** Reads where a deployed stage keeps what. @throws Error when the stage is not deployed or its configuration is not complete. */
export const stageOutputs = async (stage: string): Promise<StageOutputs> => {
  const config = readStage(stage);
  const endpoint = config.stage === 'local' ? localEndpoint() : undefined;
  const client = new CloudFormationClient({ region: config.region, ...(endpoint && { endpoint }) });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({})).catch((error: unknown) => {
    if (endpoint === undefined) throw error;
    throw new Error(`The local system does not answer at ${endpoint}: npm start.`, { cause: error });
  });
  const outputs = Stacks.filter(({ StackName }) =>
    StackName?.startsWith(`kien-nghi-${config.stage}-`),
  ).flatMap(({ Outputs = [] }) =>
    Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const),
  );
  if (outputs.length === 0) throw new Error(`Stage ${stage} is not deployed.`);
  return { region: config.region, endpoint, outputs: Object.fromEntries(outputs) };
};
