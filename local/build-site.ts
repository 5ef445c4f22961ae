import { join } from 'node:path';
import { build } from 'vite';
import type { Log } from './engine/venv.js';

/** Folder of the built site. */
export const SITE = join(import.meta.dirname, '..', 'web', 'dist');

/** Builds the pages of web/site. Two seconds; done at every start, so that what is served is what is in the folder. */
export const buildSite = async (log: Log): Promise<void> => {
  log('Building the pages');
  await build({ configFile: join(import.meta.dirname, '..', 'web', 'vite.config.ts'), logLevel: 'warn' });
};
