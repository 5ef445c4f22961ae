import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS } from '../../../infra/bundle-options.js';
import { bundleFunctions, entriesOf, functionFolders } from '../../../infra/bundle.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

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

/** Unminified, in memory: only to read. */
const readClients = async (folders: readonly string[], outDir: string): Promise<Map<string, SdkClient[]>> => {
  const { metafile, outputFiles } = await build({
    ...BUNDLE_OPTIONS,
    ...entriesOf(folders),
    minify: false,
    outdir: outDir,
    write: false,
    metafile: true,
  });
  const textOf = (path: string): string => outputFiles.find((file) => file.path.endsWith(path))?.text ?? '';
  return new Map(
    Object.entries(metafile.outputs).map(([path, { inputs }]) => {
      const folder = basename(dirname(path));
      return [folder, clientsIn(Object.keys(inputs), projectCode(textOf(join(folder, basename(path)))))];
    }),
  );
};

/** Bundles every function as it is deployed, and says which clients it makes. */
export const buildBundles = async (outDir: string): Promise<Bundle[]> => {
  await bundleFunctions(outDir);
  const folders = functionFolders();
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
  await build({ ...BUNDLE_OPTIONS, stdin: { contents: floorSource(clients), resolveDir: ROOT }, outfile });
};

/** Bundles one of the benchmark's own functions, made the same way. */
export const buildEntry = async (entry: string, outfile: string): Promise<void> => {
  await build({ ...BUNDLE_OPTIONS, entryPoints: [entry], outfile });
};
