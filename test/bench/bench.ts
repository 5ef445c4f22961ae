import { parseArgs } from 'node:util';
import { SetupError } from '../../local/engine/setup-error.js';
import type { Log } from '../../local/engine/venv.js';
import { measureBundles } from './bundles/measure-bundles.js';
import { measureCycles } from './cycles/measure-cycles.js';
import { PARTS, toTable, type Figure, type Part } from './figures.js';
import { measureIntake } from './intake/measure-intake.js';
import { describeMachine } from './machine.js';
import { measureRoutine } from './routine/measure-routine.js';
import { withSystem, type BenchSystem } from './system.js';

interface Options {
  parts: readonly Part[];
  isJson: boolean;
}

const readOptions = (args: string[]): Options => {
  const usage = `Options: --json; parts: ${PARTS.join(', ')} (all of them when none is named).`;
  const parse = () => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      });
    } catch {
      throw new SetupError(usage);
    }
  };
  const { values, positionals } = parse();
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
  if (positionals.some((name) => !PARTS.some((part) => part === name))) throw new SetupError(usage);
  return { parts, isJson: values.json };
};

/** The intake comes last: it leaves the relay paused. */
const measureOnSystem = async (bench: BenchSystem, parts: readonly Part[]): Promise<Figure[]> => {
  const isRoutine = (part: Part): boolean => part === 'transitions' || part === 'writes';
  const routine = parts.some(isRoutine) ? await measureRoutine(bench) : [];
  const cycles = parts.includes('cycles') ? await measureCycles(bench) : [];
  const intake = parts.includes('intake') ? await measureIntake(bench) : [];
  return [...routine.filter(({ part }) => parts.includes(part)), ...cycles, ...intake];
};

const measure = async (parts: readonly Part[], log: Log): Promise<Figure[]> => {
  const bundles = parts.includes('bundles') ? await measureBundles(log) : [];
  if (parts.every((part) => part === 'bundles')) return bundles;
  return [...bundles, ...(await withSystem(log, (bench) => measureOnSystem(bench, parts)))];
};

const printTable = (machine: ReturnType<typeof describeMachine>, figures: readonly Figure[]): void => {
  const { cpu, cores, memoryGb, system, node, loadOneMinute } = machine;
  console.log(
    `\n${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}, load before ${loadOneMinute}\n`,
  );
  console.log(toTable(figures));
  const judged = figures.filter(({ isMet }) => isMet !== null);
  console.log(`\n${judged.filter(({ isMet }) => isMet === true).length} of ${judged.length} aims met.`);
};

const main = async (): Promise<void> => {
  const { parts, isJson } = readOptions(process.argv.slice(2));
  const machine = describeMachine();
  const startedAt = new Date().toISOString();
  const figures = await measure(parts, (line) => {
    if (!isJson) console.error(line);
  });
  if (isJson) console.log(JSON.stringify({ startedAt, machine, figures }, null, 2));
  else printTable(machine, figures);
};

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
