import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, nodeFunction } from './aws.js';

const aws = useEngine();
let lambda: LambdaClient;

const COUNTING = `
let calls = 0;
exports.handler = async (event) => {
  calls += 1;
  if (event.fail) { const error = new Error('unit 7 is closed'); error.name = 'UnitClosedError'; throw error; }
  return calls;
};`;
const SILENT = 'exports.handler = async () => null;';

beforeAll(async () => {
  lambda = new LambdaClient(aws.clientConfig());
  await deploy(aws, 'fixtures', {
    Resources: {
      Counting: nodeFunction(COUNTING, { FunctionName: 'counting' }),
      Silent: nodeFunction(SILENT, { FunctionName: 'silent' }),
    },
  });
});

async function invoke(
  FunctionName: string,
  event: object,
): Promise<{ error: string | undefined; payload: unknown }> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  return { error: FunctionError, payload: JSON.parse(Payload?.transformToString() ?? 'null') };
}

test('lambda_errors: an error keeps its name, and the function stays warm', async () => {
  const before = (await invoke('counting', {})).payload as number;
  const failed = await invoke('counting', { fail: true });
  expect(failed).toMatchObject({
    error: 'Unhandled',
    payload: { errorType: 'UnitClosedError', errorMessage: 'unit 7 is closed' },
  });
  expect((await invoke('counting', {})).payload).toBe(before + 2);
});

test('lambda_latency: a silent function does not wait 50 ms for its log', async () => {
  await invoke('silent', {});
  const fastest = Math.min(...(await durations(20)));
  expect(fastest).toBeLessThan(50); // without the shim no call can be faster, with it the fastest of 20 always is
});

async function durations(calls: number): Promise<number[]> {
  const taken: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const began = performance.now();
    await invoke('silent', {});
    taken.push(performance.now() - began);
  }
  return taken;
}
