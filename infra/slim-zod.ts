import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** zod carries its messages in 50 languages, 260 KB; answers are worded by the project itself. */
export const oneLocale: Plugin = {
  name: 'one-locale',
  setup: (builder) => {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

const ITS_JSON_SCHEMA = /^ *inst\._zod\.processJSONSchema = \(.*\) => processors\.\w+\(.*\);$/gm;
const ITS_METHODS = /^import \{ (create\w+), (create\w+) \} from "\.\.\/core\/to-json-schema\.js";$/m;

/** A method that every schema of a kind has: `    email(params) {` up to its closing brace. */
const METHOD = /^ {4}(?:async )?(\w+)(?:: (?:async )?function \w+)?\(.*\) \{\n(?: {8}.*\n)+ {4}\},?\n/gm;
/** zod's own calls of such methods; `checks.email(…)` and `core._email(…)` are not. */
const OWN_CALL = /\b(?:this|inst|schema|cl)\??\.(\w+)/g;

/**
 * The schemas without the methods that nobody names. Methods keep what they make: `z.string().jwt()` the format of web
 * tokens, and so on for twenty more formats, whether or not any schema has one.
 */
export const withNamedMethods = (schemas: string, isNamed: (method: string) => boolean): string => {
  const own = new Set([...schemas.matchAll(OWN_CALL)].map(([, name]) => name));
  return schemas.replace(METHOD, (method, name: string) => (own.has(name) || isNamed(name) ? method : ''));
};

const SOURCES = ['adapters', 'core', 'functions', 'web'].map((folder) =>
  join(import.meta.dirname, '..', folder),
);

const methodsCalled = (): ReadonlySet<string> =>
  new Set(
    SOURCES.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path))
        .flatMap((path) => readFileSync(join(folder, path), 'utf8').match(/(?<=\.)\w+/g) ?? []),
    ),
  );

/**
 * Every schema can say what it is as JSON Schema: 20 KB, and one more closure for each schema made while a function
 * loads. Only the description of the API needs it; elsewhere asking for it throws.
 */
const withoutJsonSchema = (schemas: string): string =>
  schemas.replace(ITS_JSON_SCHEMA, '').replace(
    ITS_METHODS,
    `const refuse = () => { throw new TypeError('JSON Schema is left out of this bundle'); };
       const $1 = () => refuse, $2 = () => refuse;`,
  );

/** Leaves out of zod's schemas what no function calls, where esbuild alone cannot tell. */
export const slimSchemas: Plugin = {
  name: 'slim-schemas',
  setup: (builder) => {
    const called = methodsCalled();
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, ({ path }) => ({
      contents: withNamedMethods(withoutJsonSchema(readFileSync(path, 'utf8')), (method) =>
        called.has(method),
      ),
    }));
  },
};

const SCHEMA_CONSTANT =
  /^((?:export )?const \w+ = )((?:z|lazily|\w+Schema)\b[^]*?);$(?=\n\n|\n[^\s)}\]]|\n*(?![^]))/gm;

/**
 * Marks constants that hold a schema as having no effect but their value, so that a function makes only the schemas that
 * it uses: esbuild keeps every call at the top of a module. Relies on Prettier's layout for where a statement ends.
 */
export const withPureSchemas = (source: string): string =>
  source.includes("import * as z from 'zod';")
    ? source.replace(
        SCHEMA_CONSTANT,
        (_, start: string, schema: string) => `${start}/* @__PURE__ */ (() => ${schema})();`,
      )
    : source;

export const pureSchemas: Plugin = {
  name: 'pure-schemas',
  setup: (builder) => {
    builder.onLoad({ filter: /[\\/](?:core|adapters|functions)[\\/].*\.ts$/ }, ({ path }) =>
      path.includes('node_modules')
        ? undefined
        : { contents: withPureSchemas(readFileSync(path, 'utf8')), loader: 'ts' },
    );
  },
};
