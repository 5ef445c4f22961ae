import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS, DESCRIBING_OPTIONS } from './bundle-options.js';

const DESCRIBING = 'describe-api';
const FUNCTIONS = join(import.meta.dirname, '..', 'functions');

/** Where a function's code comes from; tests of templates give code that needs no bundling. */
export type CodeOf = (folder: string) => Code;

/** Folders below functions/ that are Lambda functions. */
export const functionFolders = (): string[] =>
  readdirSync(FUNCTIONS).filter((folder) => existsSync(join(FUNCTIONS, folder, 'index.ts')));

/** Entry points of functions' bundles, and how the bundles are called. */
export const entriesOf = (folders: readonly string[]) => ({
  entryPoints: folders.map((folder) => ({
    in: join(FUNCTIONS, folder, 'index.ts'),
    out: `${folder}/index`,
  })),
  outExtension: { '.js': '.mjs' },
});

/**
 * Bundles every function into `outDir/<folder>/index.mjs`. NodejsFunction starts a process a function, which takes ten
 * times as long; one call of esbuild shares parsing and needs neither Docker nor a network.
 */
export const bundleFunctions = async (outDir: string): Promise<CodeOf> => {
  mkdirSync(outDir, { recursive: true });
  const others = functionFolders().filter((folder) => folder !== DESCRIBING);
  await Promise.all([
    build({ ...BUNDLE_OPTIONS, ...entriesOf(others), outdir: outDir }),
    build({ ...DESCRIBING_OPTIONS, ...entriesOf([DESCRIBING]), outdir: outDir }),
  ]);
  return (folder) => Code.fromAsset(join(outDir, folder));
};
