import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { slimSdk } from './slim-sdk.js';
import { oneLocale, pureSchemas, slimSchemas } from './slim-zod.js';

/** CommonJS packages inside an ESM bundle still call `require`. */
const REQUIRE = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/**
 * Ways to credentials that the SDK loads only when the environment has none. On Lambda it always has: left out, they save
 * 100 KB a function.
 */
const OTHER_CREDENTIALS = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** How a function is bundled. The benchmark bundles what it compares functions with in the same way. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: join(import.meta.dirname, '..'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  // The local engine runs functions on the Node of this machine, which may be as old as package.json allows.
  target: 'node20',
  mainFields: ['module', 'main'],
  external: OTHER_CREDENTIALS,
  plugins: [oneLocale, slimSchemas, pureSchemas, slimSdk],
  // Names of classes are shortened too: whatever is matched by name (core/errors.ts) sets it as a string.
  minify: true,
  // Vietnamese takes two or three bytes a letter, escaped it would take six.
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: REQUIRE },
  logLevel: 'error',
} satisfies BuildOptions;

/** For the function that describes the API: its schemas become JSON Schema while it runs. */
export const DESCRIBING_OPTIONS = { ...BUNDLE_OPTIONS, plugins: [oneLocale, slimSdk] } satisfies BuildOptions;
