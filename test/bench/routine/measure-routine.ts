import { startRecorder } from '../engine/recorder.js';
import { tapFunctions } from '../engine/tap-functions.js';
import { figure, type Figure } from '../figures.js';
import type { BenchSystem } from '../system.js';
import { enteredStates } from './entered-states.js';
import { liveRoutine } from './live-routine.js';
import { WriteMeter, type MeteredWrite } from './write-meter.js';

const MAX_TRANSITIONS = 11;
/**
 * Fewest states of any machine that asks the record what comes next: route; look and wait for a decision; look and wait
 * for an objection; look, close and look again.
 */
const LEAST_TRANSITIONS = 7;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const unitsBy = (writes: readonly MeteredWrite[], name: (write: MeteredWrite) => string): string => {
  const totals = new Map<string, number>();
  for (const write of writes)
    totals.set(name(write), (totals.get(name(write)) ?? 0) + write.table + write.indexes);
  return [...totals]
    .sort((a, b) => b[1] - a[1])
    .map(([what, units]) => `${what} ${units}`)
    .join(', ');
};

const writeFigures = (writes: readonly MeteredWrite[], least: number): Figure[] => {
  const part = 'writes';
  const unit = 'units';
  const table = sum(writes.map((write) => write.table));
  const indexes = sum(writes.map((write) => write.indexes));
  const refused = sum(writes.filter((write) => write.isRefused).map((write) => write.table));
  const floor = { what: 'each item once', value: least };
  return [
    figure({ part, what: 'a routine petition, in all', measured: table + indexes, unit, floor }),
    figure({ part, what: 'of these: on the tables', measured: table, unit }),
    figure({ part, what: 'of these: on the indexes', measured: indexes, unit }),
    figure({ part, what: 'of these: refused by a condition', measured: refused, unit }),
  ];
};

/** State transitions and write units of one routine petition, lived through once on the deployed system. */
export const measureRoutine = async (bench: BenchSystem): Promise<Figure[]> => {
  const { system, log } = bench;
  log('Living through a routine petition');
  const meter = new WriteMeter(bench.aws, system.app.petitionsTable);
  const recorder = await startRecorder(system.engine.endpoint, meter.around);
  const { id, events } = await tapFunctions(bench, { recorder }, () => liveRoutine(bench));
  const states = await enteredStates(bench, id);
  log(`  events: ${events.join(', ')}`);
  log(`  states: ${states.join(', ')}`);
  log(`  write units by item: ${unitsBy(meter.writes, (write) => write.kind)}`);
  log(`  write units by function: ${unitsBy(meter.writes, (write) => write.caller)}`);
  const transitions = figure({
    part: 'transitions',
    what: 'a routine petition',
    measured: states.length,
    unit: 'states',
    floor: { what: 'without choices and end', value: LEAST_TRANSITIONS },
    aim: { for: 'measured', atMost: MAX_TRANSITIONS },
  });
  return [transitions, ...writeFigures(meter.writes, await meter.leastUnits())];
};
