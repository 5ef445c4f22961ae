import { spawnSync } from 'node:child_process';

/** What is asked of every change before its tests run. All steps run, so that one call tells all faults. */
const STEPS: [name: string, command: string[]][] = [
  ['format', ['prettier', '--check', '.', '--log-level', 'warn']],
  ['lint', ['eslint', '.', '--cache', '--cache-location', '.local/eslintcache', '--max-warnings', '0']],
  ['types', ['tsc', '--noEmit']],
  ['unused code', ['knip']],
  [
    'dependency rule',
    [
      'depcruise',
      'core',
      'adapters',
      'functions',
      'infra',
      'web',
      'registry',
      'local',
      'test',
      '--output-type',
      'err-long',
    ],
  ],
  ['synth and nag, dev', ['cdk', 'synth', '--quiet', '-c', 'stage=dev']],
  ['synth and nag, local', ['cdk', 'synth', '--quiet', '-c', 'stage=local']],
];

/** dependency-cruiser that reads nothing finds nothing and exits 0. */
const cruisedNothing = (output: string): boolean => /\(0 modules/.test(output);

const failed: string[] = [];
for (const [name, [tool = '', ...args]] of STEPS) {
  process.stdout.write(`${name} … `);
  const step = spawnSync('npx', ['--no-install', tool, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${step.stdout}${step.stderr}`;
  const isGood = step.status === 0 && !(tool === 'depcruise' && cruisedNothing(output));
  console.log(isGood ? 'good' : 'FAILED');
  if (!isGood) {
    console.log(output);
    failed.push(name);
  }
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
