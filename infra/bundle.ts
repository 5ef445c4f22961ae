import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const FUNCTIONS = join(ROOT, 'functions');

/** Where a function's code comes from; tests of templates give code that needs no bundling. */
export type CodeOf = (folder: string) => Code;

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

/** zod carries its messages in 50 languages, 260 KB; answers are worded by the project itself. */
const oneLocale: Plugin = {
  name: 'one-locale',
  setup: (builder) => {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** Folders below functions/ that are Lambda functions. */
export const functionFolders = (): string[] =>
  readdirSync(FUNCTIONS).filter((folder) => existsSync(join(FUNCTIONS, folder, 'index.ts')));

/**
 * Bundles every function with one call of esbuild into `outDir/<folder>/index.mjs`. NodejsFunction starts a process a
 * function, which takes ten times as long; one call shares parsing and needs neither Docker nor a network.
 */
export const bundleFunctions = async (outDir: string): Promise<CodeOf> => {
  mkdirSync(outDir, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: functionFolders().map((folder) => ({
      in: join(FUNCTIONS, folder, 'index.ts'),
      out: `${folder}/index`,
    })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The local engine runs functions on the Node of this machine, which may be as old as package.json allows.
    target: 'node20',
    mainFields: ['module', 'main'],
    external: OTHER_CREDENTIALS,
    plugins: [oneLocale],
    minify: true,
    // Step Functions matches errors by name, and the name is that of the class.
    keepNames: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return (folder) => Code.fromAsset(join(outDir, folder));
};
