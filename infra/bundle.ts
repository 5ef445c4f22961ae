import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const FUNCTIONS = join(ROOT, 'functions');

/** Where a function's code comes from; tests of templates give code that needs no bundling. */
export type CodeOf = (folder: string) => Code;

/** CommonJS packages inside an ESM bundle still call `require`. */
const REQUIRE = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/** Folders below functions/ that are Lambda functions. */
export const functionFolders = (): string[] =>
  readdirSync(FUNCTIONS).filter((folder) => existsSync(join(FUNCTIONS, folder, 'index.ts')));

/**
 * Bundles every function with one call of esbuild into `outDir/<folder>/index.mjs`. NodejsFunction starts a process a
 * function, which takes ten times as long; one call shares parsing and needs neither Docker nor a network.
 */
export const bundleFunctions = (outDir: string): CodeOf => {
  mkdirSync(outDir, { recursive: true });
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: functionFolders().map((folder) => ({ in: join(FUNCTIONS, folder, 'index.ts'), out: `${folder}/index` })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The local engine runs functions on the Node of this machine, which may be as old as package.json allows.
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    // Step Functions matches errors by name, and the name is that of the class.
    keepNames: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return (folder) => Code.fromAsset(join(outDir, folder));
};
