import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { functionFolders } from '../../../infra/bundle.js';
import { nameOf } from '../../../infra/config.js';
import type { BenchSystem } from '../system.js';
import type { Recorder } from './recorder.js';

const VARIABLE = 'AWS_ENDPOINT_URL_DYNAMODB';

const variablesOf = async (lambda: LambdaClient, FunctionName: string): Promise<Record<string, string>> =>
  (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).Environment?.Variables ?? {};

const setVariables = async (
  lambda: LambdaClient,
  FunctionName: string,
  Variables: Record<string, string>,
) => {
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
};

/**
 * Lets functions reach DynamoDB through a recorder while `run` runs: the SDK takes the address from the environment, so
 * that the deployed code is measured as it is. Without `folders` all functions.
 */
export const tapFunctions = async <T>(
  { aws }: BenchSystem,
  { recorder, folders = functionFolders() }: { recorder: Recorder; folders?: readonly string[] },
  run: () => Promise<T>,
): Promise<T> => {
  const lambda = new LambdaClient(aws);
  const names = folders.map((folder) => ({ folder, name: nameOf({ stage: 'local' }, folder) }));
  const before = new Map<string, Record<string, string>>();
  try {
    for (const { folder, name } of names) {
      const variables = await variablesOf(lambda, name);
      before.set(name, variables);
      await setVariables(lambda, name, { ...variables, [VARIABLE]: recorder.addressFor(folder) });
    }
    return await run();
  } finally {
    for (const [name, variables] of before) await setVariables(lambda, name, variables);
    recorder.close();
    lambda.destroy();
  }
};
