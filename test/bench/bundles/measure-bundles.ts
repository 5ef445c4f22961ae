import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../../local/engine/venv.js';
import { figure, type Figure } from '../figures.js';
import { median } from '../stats.js';
import { buildBundles, buildFloor, type Bundle } from './build.js';
import { loadOnce } from './load-time.js';

const ROUNDS = 9;
const LONGEST_MS = 240_000;
const MAX_KB = 450;
const MAX_RATIO = 1.2;

interface Pair {
  bundle: Bundle;
  floor: string;
  functionMs: number[];
  floorMs: number[];
}

const nameOf = (bundle: Bundle): string =>
  bundle.clients.map(({ className }) => className.replace(/Client$/, '')).join(' + ');

const prepare = async (folder: string): Promise<Pair[]> => {
  const floors = new Map<string, string>();
  const pairs: Pair[] = [];
  for (const bundle of await buildBundles(join(folder, 'functions'))) {
    const key = nameOf(bundle);
    const floor = floors.get(key) ?? join(folder, `floor-${floors.size}`, 'index.mjs');
    if (!floors.has(key)) await buildFloor(bundle.clients, floor);
    floors.set(key, floor);
    pairs.push({ bundle, floor, functionMs: [], floorMs: [] });
  }
  return pairs;
};

/** Function and floor by turns, so that whatever else the machine does meets both. The first round only fills caches. */
const measureLoads = (pairs: readonly Pair[], log: Log): void => {
  const giveUpAt = Date.now() + LONGEST_MS;
  for (let round = 0; round <= ROUNDS && Date.now() < giveUpAt; round++) {
    log(`Loading bundles, round ${round} of ${ROUNDS}`);
    for (const pair of pairs) {
      const isFloorFirst = round % 2 === 0;
      const first = loadOnce(isFloorFirst ? pair.floor : pair.bundle.file);
      const second = loadOnce(isFloorFirst ? pair.bundle.file : pair.floor);
      if (round === 0) continue;
      pair.functionMs.push(isFloorFirst ? second : first);
      pair.floorMs.push(isFloorFirst ? first : second);
    }
  }
};

/** Against an empty file every module is large and slow: a function without clients is compared with nothing. */
const floorOf = ({ bundle }: Pair, value: number): Pick<Figure, 'floor'> =>
  bundle.clients.length === 0 ? { floor: null } : { floor: { what: nameOf(bundle), value } };

const loadFigure = (pair: Pair): Figure =>
  figure({
    part: 'bundles',
    what: `${pair.bundle.folder}: load`,
    measured: median(pair.functionMs),
    unit: 'ms',
    ...floorOf(pair, median(pair.floorMs)),
    ...(pair.bundle.clients.length > 0 && { aim: { for: 'ratio', atMost: MAX_RATIO } }),
  });

const sizeFigure = (pair: Pair): Figure =>
  figure({
    part: 'bundles',
    what: `${pair.bundle.folder}: size`,
    measured: pair.bundle.bytes / 1_000,
    unit: 'KB',
    ...floorOf(pair, statSync(pair.floor).size / 1_000),
    aim: { for: 'measured', atMost: MAX_KB },
  });

/** Size of each function's bundle, and how long it takes to load beside the SDK clients that it makes. */
export const measureBundles = async (log: Log): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'kien-nghi-bench-'));
  try {
    const pairs = await prepare(folder);
    measureLoads(pairs, log);
    return [...pairs.map(sizeFigure), ...pairs.map(loadFigure)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
