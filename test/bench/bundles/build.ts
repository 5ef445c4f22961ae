import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { bundleFunctions, functionFolders } from '../../../infra/bundle.js';
import type { Log } from '../../../local/engine/venv.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Says nothing of locales that infra/bundle.ts leaves out: those are not in a floor anyway. */
const oneLocale: Plugin = {
  name: 'one-locale',
  setup: (esbuild) => {
    esbuild.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** The options of infra/bundle.ts; whether they still are is checked by building the functions with them. */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: [
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
  plugins: [oneLocale],
  minify: true,
  keepNames: true,
  legalComments: 'none',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'error',
} satisfies BuildOptions;

const DOCUMENT_CLIENT = 'DynamoDBDocumentClient';

export interface Bundle {
  folder: string;
  file: string;
  bytes: number;
  /** The SDK clients that the function makes, sorted. */
  clients: SdkClient[];
}

export interface SdkClient {
  package: string;
  className: string;
}

/** A client's class lies in a file of its own. */
const CLIENT_FILE = /node_modules\/(@aws-sdk\/(?:client|lib)-[\w-]+)\/.*\/(\w+Client)\.js$/;

/** The parts of an unminified bundle that come from the project: esbuild names the file above each part. */
const projectCode = (text: string): string =>
  text
    .split(/^\/\/ (?=\S+\.\w+$)/m)
    .filter((part) => /^(adapters|functions)\//.test(part))
    .join('');

/** A client may be in a bundle without being made there; only code that is left unminified can tell. */
const isMade = (code: string, className: string): boolean =>
  code.includes(`new ${className}(`) || code.includes(`${className}.from(`);

const clientsIn = (paths: readonly string[], code: string): SdkClient[] =>
  paths
    .map((path) => CLIENT_FILE.exec(path))
    .filter((found) => found !== null)
    .map(([, name, className]) => ({ package: name!, className: className! }))
    .filter(({ className }) => isMade(code, className))
    .sort((a, b) => (a.package < b.package ? -1 : 1));

/** All at once, as in infra/bundle.ts: the names in a bundle depend on what else is bundled. */
const buildInMemory = (folders: readonly string[], outDir: string, minify: boolean) =>
  build({
    ...OPTIONS,
    minify,
    entryPoints: folders.map((folder) => ({
      in: join(ROOT, 'functions', folder, 'index.ts'),
      out: `${folder}/index`,
    })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
  });

const checkOptions = async (folders: readonly string[], outDir: string, log: Log): Promise<void> => {
  const { outputFiles } = await buildInMemory(folders, outDir, true);
  if (outputFiles.some(({ path, text }) => text !== readFileSync(path, 'utf8')))
    log(
      'Note: infra/bundle.ts no longer bundles with the options of test/bench/bundles/build.ts, as the floors do.',
    );
};

const readClients = async (folders: readonly string[], outDir: string): Promise<Map<string, SdkClient[]>> => {
  const { metafile, outputFiles } = await buildInMemory(folders, outDir, false);
  const textOf = (path: string): string => outputFiles.find((file) => file.path.endsWith(path))?.text ?? '';
  return new Map(
    Object.entries(metafile.outputs).map(([path, { inputs }]) => {
      const folder = basename(dirname(path));
      return [folder, clientsIn(Object.keys(inputs), projectCode(textOf(join(folder, basename(path)))))];
    }),
  );
};

/** Bundles every function as it is deployed, and says which clients it makes. */
export const buildBundles = async (outDir: string, log: Log): Promise<Bundle[]> => {
  await bundleFunctions(outDir);
  const folders = functionFolders();
  await checkOptions(folders, outDir, log);
  const clients = await readClients(folders, outDir);
  return folders.map((folder) => {
    const file = join(outDir, folder, 'index.mjs');
    return { folder, file, bytes: statSync(file).size, clients: clients.get(folder) ?? [] };
  });
};

/** Source that imports and constructs clients and does nothing else. */
const floorSource = (clients: readonly SdkClient[]): string => {
  const imports = clients.map((client) => `import { ${client.className} } from '${client.package}';`);
  const hasDocuments = clients.some(({ className }) => className === DOCUMENT_CLIENT);
  const made = clients
    .filter(({ className }) => className !== DOCUMENT_CLIENT)
    .map(({ className }) =>
      className === 'DynamoDBClient' && hasDocuments
        ? `${DOCUMENT_CLIENT}.from(new ${className}({}))`
        : `new ${className}({})`,
    );
  return [...imports, `export const clients = [${made.join(', ')}];`].join('\n');
};

/** Bundles the floor for a set of clients, made the same way as a function. */
export const buildFloor = async (clients: readonly SdkClient[], outfile: string): Promise<void> => {
  await build({ ...OPTIONS, stdin: { contents: floorSource(clients), resolveDir: ROOT }, outfile });
};

/** Bundles one of the benchmark's own functions, made the same way. */
export const buildEntry = async (entry: string, outfile: string): Promise<void> => {
  await build({ ...OPTIONS, entryPoints: [entry], outfile });
};
