import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const ADAPTERS = join(import.meta.dirname, '..', 'adapters');

const STRING_CONSTANT = /^const (\w+) = ("[^"\\\n]*");$/gm;
const COMPUTED_KEY = /(?<=[{,]\s*)\[(\w+)\]: /g;
const REGISTERED_ERROR = /^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm;

/**
 * The schemas of a service with keys written out: `{ [_h]: 1 }` where `_h` is the constant "http" becomes
 * `{ "http": 1 }`. It means the same; but esbuild cannot know that of a computed key, and keeps the schemas of all
 * operations although two or three are used.
 */
export const withPlainKeys = (schemas: string): string => {
  const constants = new Map([...schemas.matchAll(STRING_CONSTANT)].map(([, name, text]) => [name, text]));
  return schemas.replace(COMPUTED_KEY, (key, name: string) => {
    const text = constants.get(name);
    return text === undefined ? key : `${text}: `;
  });
};

/**
 * The schemas of a service without the classes of errors that nobody names. Such an error is still thrown, with its name,
 * message and status, as the service's base exception; a class is needed only for `instanceof` and for fields of its own.
 */
export const withNamedErrors = (schemas: string, isNamed: (error: string) => boolean): string =>
  schemas.replace(REGISTERED_ERROR, (statement, error: string) => (isNamed(error) ? statement : ''));

const wordsOfAdapters = (): ReadonlySet<string> =>
  new Set(
    readdirSync(ADAPTERS, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => readFileSync(join(ADAPTERS, path), 'utf8').match(/\w+/g) ?? []),
  );

/** Modules that no call reaches, and the little that other modules import of them while they load. */
const UNREACHED = [
  {
    // Every client offers event streams to operations that have one; S3 alone has any, and none of them is called.
    file: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]event-streams[\\/]index\.js$/,
    contents: `export const eventStreamSerdeProvider = () => undefined;
      export const resolveEventStreamSerdeConfig = (config) => config;`,
  },
  {
    // Node has these digests built in; the SDK carries its own for builds of Node without OpenSSL.
    file: /[\\/](?:sha256|sha1|md5)[\\/](?:Sha256|Sha1|Md5)Js\.js$/,
    contents: 'export const Sha256Js = undefined, Sha1Js = undefined, Md5Js = undefined;',
  },
  {
    // Holds what endpoint discovery finds, which is off unless somebody turns it on.
    file: /[\\/]mnemonist[\\/]lru-cache\.js$/,
    contents: `export default class extends Map {
      constructor() { super(); }
      peek(key) { return this.get(key); }
    }`,
  },
];

/**
 * Leaves out of the SDK what no function calls, where esbuild alone cannot tell: schemas of unused operations, error
 * classes that no adapter names, modules that are never reached, and all of a client's package.json but the version,
 * which goes into the User-Agent.
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup: (builder) => {
    const words = wordsOfAdapters();
    builder.onLoad(
      { filter: /[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
      ({ path }) => ({
        contents: withNamedErrors(withPlainKeys(readFileSync(path, 'utf8')), (error) => words.has(error)),
      }),
    );
    // One import() of a bundled module makes esbuild keep every export of the 150 modules it shares with the client.
    builder.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
    for (const { file, contents } of UNREACHED) builder.onLoad({ filter: file }, () => ({ contents }));
    builder.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
