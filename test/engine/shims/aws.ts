import type { EngineUnderTest } from '../../support/engine.js';
import { ENGINE_REGION } from '../../../local/engine/process.js';

/** Calls of services for which the product itself needs no SDK client: CloudFormation and EventBridge. */

const signedFor = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=local/20250101/${ENGINE_REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`;

export const ROLE = 'arn:aws:iam::000000000000:role/test';

/** Creates a stack, waits for it, and returns its outputs. */
export async function deploy(
  aws: EngineUnderTest,
  stack: string,
  template: object,
): Promise<Record<string, string>> {
  await query(aws, { Action: 'CreateStack', StackName: stack, TemplateBody: JSON.stringify(template) });
  const description = await eventually(async () => {
    const xml = await query(aws, { Action: 'DescribeStacks', StackName: stack });
    return /<StackStatus>\w+_IN_PROGRESS</.test(xml) ? undefined : xml;
  });
  if (!description.includes('<StackStatus>CREATE_COMPLETE<'))
    throw new Error(`Stack ${stack}: ${description}`);
  const outputs = description.matchAll(/<OutputKey>(.*?)<\/OutputKey>\s*<OutputValue>(.*?)<\/OutputValue>/g);
  return Object.fromEntries([...outputs].map(([, key, value]) => [key ?? '', value ?? '']));
}

async function query(aws: EngineUnderTest, parameters: Record<string, string>): Promise<string> {
  const response = await fetch(aws.endpoint, {
    method: 'POST',
    headers: { authorization: signedFor('cloudformation') },
    body: new URLSearchParams({ Version: '2010-05-15', ...parameters }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** An inline Node function for a template. */
export const nodeFunction = (code: string, extra: object = {}): object => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: ROLE,
    Timeout: 10,
    Code: { ZipFile: code },
    ...extra,
  },
});

/** A rule on the default bus that hands all events of the given pattern to a queue of the same template. */
export const ruleToQueue = (pattern: object, queue: string): object => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: pattern, Targets: [{ Id: 'Queue', Arn: { 'Fn::GetAtt': [queue, 'Arn'] } }] },
});

/** Asks until there is an answer other than undefined; gives up after a while with an error. */
export async function eventually<T>(ask: () => Promise<T | undefined>, withinMs = 20_000): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  while (Date.now() < giveUpAt) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Nothing came within ${withinMs / 1000} s`);
}
