import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_OPTIONS } from '../../infra/bundle-options.js';
import { withNamedErrors, withPlainKeys } from '../../infra/slim-sdk.js';
import { withNamedMethods, withPureSchemas } from '../../infra/slim-zod.js';

const ROOT = join(import.meta.dirname, '..', '..');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kien-nghi-slim-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const load = async (name: string, contents: string, isSlim: boolean): Promise<Record<string, unknown>> => {
  const outfile = join(dir, `${name}.mjs`);
  const slim = isSlim ? {} : { plugins: [], minify: false };
  await build({ ...BUNDLE_OPTIONS, ...slim, stdin: { contents, resolveDir: ROOT, loader: 'ts' }, outfile });
  return (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
};

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `./${folder}/${path}`);

const errorClasses = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^export class (\w+Error) /gm)].map(
    ([, name]) => name!,
  );

describe('names of errors in a bundle', () => {
  it('are those in the source, although names of classes are shortened', async () => {
    const files = ['core', 'adapters', 'functions'].flatMap(sourceFiles);
    const named = files.map((file) => ({ file, names: errorClasses(file) }));
    const source = named
      .filter(({ names }) => names.length > 0)
      .map(({ file, names }) => `export { ${names.join(', ')} } from '${file}';`)
      .join('\n');
    const classes = Object.entries(await load('errors', source, true));
    expect(classes.length).toBeGreaterThan(15);
    for (const [name, ErrorClass] of classes)
      expect(new (ErrorClass as new (...args: unknown[]) => Error)([], []).name).toBe(name);
  });
});

const SERVICES = ['dynamodb', 'kms', 's3', 'secrets-manager', 'sesv2', 'sfn', 'sqs'];

/** What a schema says, with the schemas that it refers to written as calls: they are compared on their own. */
const said = (schema: unknown): string =>
  JSON.stringify(schema, (_, value: unknown) => (typeof value === 'function' ? 'a schema' : value));

describe('schemas of the SDK', () => {
  it.each(SERVICES)('%s: say the same with plain keys', async (service) => {
    const source = `export * from './node_modules/@aws-sdk/client-${service}/dist-es/schemas/schemas_0.js';`;
    const whole = await load(`${service}-whole`, source, false);
    const slim = await load(`${service}-slim`, source, true);
    const names = Object.keys(whole).filter((name) => name.endsWith('$'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(said(slim[name])).toBe(said(whole[name]));
  });

  it('keys that are no constants stay as they are', () => {
    const source = 'const _h = "http";\nexport var A$ = [9, { [_h]: ["GET"], [other]: 1 }, [_h]];';
    expect(withPlainKeys(source)).toBe(
      'const _h = "http";\nexport var A$ = [9, { "http": ["GET"], [other]: 1 }, [_h]];',
    );
  });

  it('an error keeps its class when somebody names it', () => {
    const source = 'n0_registry.registerError(Busy$, Busy);\nn0_registry.registerError(Gone$, Gone);';
    expect(withNamedErrors(source, (name) => name === 'Gone')).toBe(
      '\nn0_registry.registerError(Gone$, Gone);',
    );
  });
});

/** Throws what the SDK makes of an answer of the service. */
const ASKING = `
  import { Readable } from 'node:stream';
  import { DescribeKeyCommand, KMSClient, KMSServiceException } from '@aws-sdk/client-kms';
  import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
  import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
  const answering = (statusCode, text) => ({
    region: 'ap-southeast-1', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: {
      handle: async () => ({ response: { statusCode, headers: {}, body: Readable.from([Buffer.from(text)]) } }),
    },
  });
  const kept = (error, Class) =>
    ({ name: error.name, message: error.message, status: error.$metadata.httpStatusCode, is: error instanceof Class });
  const json = (type) => JSON.stringify({ __type: type, message: 'said' });
  const xml = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>said</Message></Error>';
  const ask = (client, command, Class) => client.send(command).then(() => 'nothing', (error) => kept(error, Class));
  export const s3 = () =>
    ask(new S3Client(answering(404, xml)), new GetObjectCommand({ Bucket: 'b', Key: 'k' }), S3ServiceException);
  export const kms = () =>
    ask(new KMSClient(answering(400, json('DisabledException'))), new DescribeKeyCommand({ KeyId: 'k' }), KMSServiceException);
  export const sfn = () =>
    ask(new SFNClient(answering(400, json('ExecutionDoesNotExist'))), new DescribeExecutionCommand({ executionArn: 'e' }), ExecutionDoesNotExist);
`;

describe('errors of the SDK', () => {
  it.each([true, false])('keep name, message, status and base class (slim: %s)', async (isSlim) => {
    const asking = await load(`errors-${isSlim}`, ASKING, isSlim);
    const thrownBy = (service: string): Promise<unknown> => (asking[service] as () => Promise<unknown>)();
    expect(await thrownBy('s3')).toEqual({ name: 'NoSuchKey', message: 'said', status: 404, is: true });
    expect(await thrownBy('kms')).toEqual({
      name: 'DisabledException',
      message: 'said',
      status: 400,
      is: true,
    });
    expect(await thrownBy('sfn')).toEqual({
      name: 'ExecutionDoesNotExist',
      message: 'said',
      status: 400,
      is: true,
    });
  });
});

describe('schemas of the project', () => {
  const IMPORT = "import * as z from 'zod';\n";

  it('are left out when unused, whatever they are made of', () => {
    const source = `${IMPORT}const A = z\n  .string()\n  .refine((a) => {\n    return a !== '';\n  });\nconst b = make();\n`;
    expect(withPureSchemas(source)).toBe(
      `${IMPORT}const A = /* @__PURE__ */ (() => z\n  .string()\n  .refine((a) => {\n    return a !== '';\n  }))();\nconst b = make();\n`,
    );
  });

  it('a module without schemas stays as it is', () => {
    const source = 'const env = EnvSchema.parse(process.env);\n';
    expect(withPureSchemas(source)).toBe(source);
  });
});

describe('methods of schemas', () => {
  const SCHEMAS = `}, {
    email(params) {
        return this.check(core._email(ZodEmail, params));
    },
    jwt(params) {
        return this.check(core._jwt(ZodJWT, params));
    },
    async parseLater(data) {
        return this.parseNow(data);
    },
    parseNow: function _parseNow(data) {
        return parse.parse(this, data, { callee: _parseNow });
    },
    get spa() {
        return this.later;
    },
});
`;

  it('are left out when neither the project nor zod itself names them', () => {
    const slim = withNamedMethods(SCHEMAS, (method) => method === 'email');
    expect(slim.match(/^ {4}(?:get )?\w+/gm)).toEqual(['    email', '    parseNow', '    get spa']);
  });

  it('of zod as it is installed: a format that nobody has is gone, what the project calls is there', async () => {
    const source =
      "import * as z from 'zod';\nexport const text = z.string(), whole = z.number().int().min(1);";
    const { text, whole } = await load('methods', source, true);
    expect(text).not.toHaveProperty('nanoid');
    for (const method of ['email', 'max', 'min', 'optional', 'regex', 'refine', 'safeParse'])
      expect(text, method).toHaveProperty(method);
    const parsed = (whole as { safeParse: (value: unknown) => { success: boolean } }).safeParse;
    expect([0, 1, 1.5].map((value) => parsed.call(whole, value).success)).toEqual([false, true, false]);
  });
});
