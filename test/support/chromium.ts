import { existsSync } from 'node:fs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Path of a Chromium for the browser tests; undefined when there is none, and the tests are skipped by name. On CI a
 * missing browser is an error: skipped there would mean never run.
 * @throws Error on CI without a browser, or when CHROMIUM_PATH leads nowhere.
 */
export const findChromium = (
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined => {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!exists(named)) throw new Error(`CHROMIUM_PATH leads nowhere: ${named}`);
    return named;
  }
  const found = CANDIDATES.find(exists);
  if (found === undefined && env['CI'] === 'true')
    throw new Error('The browser tests need Chromium: install it or set CHROMIUM_PATH.');
  return found;
};
