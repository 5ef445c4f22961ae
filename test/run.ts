import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { buildSite } from '../local/build-site.js';
import { SetupError } from '../local/engine/setup-error.js';
import { ensureVenv } from '../local/engine/venv.js';

/** Every layer, fastest first: a fault in a rule is told before an engine is started. */
const LAYERS = ['unit', 'workflows', 'infra', 'engine', 'browser', 'e2e'];

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

const say = (line: string): void => {
  console.log(line);
};

const runLayer = (layer: string, args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=.local/reports/${layer}.json`,
    ];
    const vitest = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--project', layer, ...reporters, ...args],
      { stdio: 'inherit' },
    );
    vitest.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });

/** Counts of one layer. A run that ended badly without a failed test counts as one failure. */
const countsOf = (layer: string, exitCode: number): { passed: number; failed: number } => {
  try {
    const report = JSON.parse(readFileSync(`.local/reports/${layer}.json`, 'utf8')) as Report;
    const failed = report.numFailedTests;
    return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const main = async (): Promise<number> => {
  const [only, ...rest] = process.argv.slice(2);
  const layers = only !== undefined && LAYERS.includes(only) ? [only] : LAYERS;
  const args = layers.length === 1 ? rest : process.argv.slice(2);
  mkdirSync('.local/reports', { recursive: true });
  await ensureVenv({ dir: '.local', log: say });
  await buildSite(say);
  let [passed, failed] = [0, 0];
  for (const layer of layers) {
    say(`\n— ${layer}`);
    const counts = countsOf(layer, await runLayer(layer, args));
    passed += counts.passed;
    failed += counts.failed;
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
