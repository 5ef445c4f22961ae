import { readFileSync } from 'node:fs';
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

/**
 * Every schema can say what it is as JSON Schema: 20 KB, and one more closure for each schema made while a function
 * loads. Only the description of the API needs it; elsewhere asking for it throws.
 */
export const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  setup: (builder) => {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(ITS_JSON_SCHEMA, '')
        .replace(
          ITS_METHODS,
          `const refuse = () => { throw new TypeError('JSON Schema is left out of this bundle'); };
           const $1 = () => refuse, $2 = () => refuse;`,
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
