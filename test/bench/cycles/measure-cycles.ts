import type { SubmittedPetition } from '../../../local/client/public-client.js';
import { COACHES } from '../../../local/demo/cast.js';
import { figure, type Figure } from '../figures.js';
import { readBack } from '../read-back.js';
import { RESOLUTION } from '../routine-texts.js';
import { median } from '../stats.js';
import type { BenchSystem } from '../system.js';
import { EmptyMachine } from './empty-machine.js';
import { MailWatch } from './mail-watch.js';

const AT_A_TIME = [1, 4];
const ROUNDS = 3;
const CYCLES_A_ROUND = 8;
const EMPTY_RUNS_A_ROUND = 60;
const LEVEL_MS = 90_000;

const LINK = /\/t\/[A-Za-z0-9_-]{22}/;

const expectOk = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${(await answer.text()).slice(0, 400)}`);
  return answer;
};

/** Milliseconds from handing in to the official's mail, and from the decision to the resident's. */
interface Waits {
  official: number[];
  resident: number[];
}

interface Cycle {
  bench: BenchSystem;
  mails: MailWatch;
  token: string;
}

/** Intake, mail with a link, decision through the link, mail with the decision, history read back by an auditor. */
const liveCycle = async ({ bench: { client }, mails, token }: Cycle, waits: Waits): Promise<void> => {
  const begun = performance.now();
  const { code } = (await (await expectOk(await client.submit(COACHES))).json()) as SubmittedPetition;
  const of = (found: (text: string) => boolean) =>
    mails.first(`a mail about ${code}`, ({ Subject, BodyText }) => Subject.includes(code) && found(BodyText));
  const assigned = await of((text) => LINK.test(text));
  waits.official.push(performance.now() - begun);
  const link = LINK.exec(assigned.BodyText)![0];
  const { nonce } = await client.openTask(link);
  const decided = performance.now();
  await expectOk(await client.postDecision(link, { nonce, ...RESOLUTION }));
  await of((text) => text.includes(RESOLUTION.text));
  waits.resident.push(performance.now() - decided);
  const { events } = await readBack(client, { code, token });
  const isWhole = events.every((event, at) => at === 0 || event.prevHash === events[at - 1]?.hash);
  if (!isWhole || !events.some(({ type }) => type === 'PetitionResolved'))
    throw new Error(`The history of ${code} is not whole.`);
};

/** Seconds that `count` runs take, `atATime` of them at any time. */
const secondsFor = async (count: number, atATime: number, run: () => Promise<void>): Promise<number> => {
  let begun = 0;
  const start = performance.now();
  const worker = async (): Promise<void> => {
    while (begun++ < count) await run();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return (performance.now() - start) / 1_000;
};

interface Tally {
  runs: number;
  seconds: number;
}

const rateOf = ({ runs, seconds }: Tally): number => runs / seconds;

/** Cycles and empty runs by turns, so that drift of the machine meets both. */
const measureAt = async (atATime: number, cycle: Cycle, machine: EmptyMachine): Promise<Figure[]> => {
  const waits: Waits = { official: [], resident: [] };
  const cycles: Tally = { runs: 0, seconds: 0 };
  const empty: Tally = { runs: 0, seconds: 0 };
  await secondsFor(atATime, atATime, () => liveCycle(cycle, { official: [], resident: [] })); // starts the functions
  const giveUpAt = Date.now() + LEVEL_MS;
  for (let round = 0; round < ROUNDS && (round === 0 || Date.now() < giveUpAt); round++) {
    empty.seconds += await secondsFor(EMPTY_RUNS_A_ROUND, atATime, () => machine.runOnce());
    empty.runs += EMPTY_RUNS_A_ROUND;
    cycles.seconds += await secondsFor(CYCLES_A_ROUND, atATime, () => liveCycle(cycle, waits));
    cycles.runs += CYCLES_A_ROUND;
  }
  const part = 'cycles';
  const floorMs = { what: 'an empty execution', value: (1_000 * atATime) / rateOf(empty) };
  const wait = (what: string, times: number[]): Figure =>
    figure({
      part,
      what: `${what} p50, ${atATime} at a time`,
      measured: median(times),
      unit: 'ms',
      floor: floorMs,
    });
  return [
    figure({
      ...{ part, what: `full cycles, ${atATime} at a time`, measured: rateOf(cycles), unit: '/s' },
      floor: { what: 'empty executions', value: rateOf(empty) },
      isRate: true,
    }),
    wait("until the official's mail", waits.official),
    wait("decision until the resident's mail", waits.resident),
  ];
};

/** How many petitions a second go all the way on this machine. */
export const measureCycles = async (bench: BenchSystem): Promise<Figure[]> => {
  const machine = await EmptyMachine.create(bench);
  const mails = new MailWatch(bench.system.engine.endpoint);
  const cycle = { bench, mails, token: await bench.client.token('auditor') };
  const reading = mails.run();
  const figures: Figure[] = [];
  const measureAll = async (): Promise<void> => {
    for (const atATime of AT_A_TIME) {
      bench.log(`Living through full cycles, ${atATime} at a time`);
      figures.push(...(await measureAt(atATime, cycle, machine)));
    }
  };
  try {
    // A reader that fails ends the measurement instead of letting it wait for mails in vain.
    await Promise.race([measureAll(), reading]);
  } finally {
    mails.stop();
    machine.close();
  }
  await reading;
  return figures;
};
