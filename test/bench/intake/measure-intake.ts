import { randomUUID } from 'node:crypto';
import { COACHES } from '../../../local/demo/cast.js';
import { pauseRelay } from '../engine/pause-relay.js';
import { figure, type Figure } from '../figures.js';
import { percentile } from '../stats.js';
import type { BenchSystem } from '../system.js';
import { captureTransaction } from './capture-transaction.js';
import { deployFloors } from './deploy-floors.js';
import { Load, type Call, type Kind } from './load.js';

const CLIENTS = [1, 4, 8];
/** Of each kind, and shared by the clients: short, so that drift of the machine meets all kinds alike. */
const REQUESTS_A_BLOCK = 16;
const MAX_ROUNDS = 40;
/** All levels together stay below the two minutes after which the reconciler would take up what was handed in. */
const LEVEL_MS = 30_000;
/** A few more at a time than are measured: a function that is still tidying up takes no request, and another starts. */
const WARM_UP = { moreClients: 2, requests: 80 };
const MAX_RATIO = 1.3;

const BODY = JSON.stringify(COACHES);

/** The same petition to all kinds, each post with a key of its own. */
const callTo = (apiId: string, route: string): Call => ({
  path: `/_aws/execute-api/${apiId}/$default${route}`,
  body: BODY,
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
});

const kindOf = (name: string, next: () => Call): Kind => ({ name, next, times: [] });

const roundsAt = async (load: Load, kinds: readonly Kind[], clients: number): Promise<void> => {
  for (const kind of kinds) {
    kind.times.length = 0;
    await load.run(kind, { clients: clients + WARM_UP.moreClients, requests: WARM_UP.requests });
  }
  const giveUpAt = Date.now() + LEVEL_MS;
  for (let round = 0; round < MAX_ROUNDS && Date.now() < giveUpAt; round++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      const kind = kinds[(round + turn) % kinds.length]!;
      kind.times.push(...(await load.run(kind, { clients, requests: REQUESTS_A_BLOCK })));
    }
  }
};

const figuresAt = (clients: number, [noOp, transaction, intake]: readonly [Kind, Kind, Kind]): Figure[] => {
  const of = (share: number, floor: Kind, judged: boolean): Figure =>
    figure({
      part: 'intake',
      what: `p${share * 100}, ${clients} ${clients === 1 ? 'client' : 'clients'}`,
      measured: percentile(intake.times, share),
      unit: 'ms',
      floor: { what: floor.name, value: percentile(floor.times, share) },
      ...(judged && { aim: { for: 'ratio', atMost: MAX_RATIO } }),
    });
  return [
    of(0.5, transaction, true),
    of(0.95, transaction, true),
    of(0.5, noOp, false),
    of(0.95, noOp, false),
  ];
};

/**
 * How long a resident waits for the receipt, beside a function that does nothing and one that writes the same items.
 * The relay is paused: what happens after an answer is measured by `cycles`.
 */
export const measureIntake = async (bench: BenchSystem): Promise<Figure[]> => {
  const { system, folder, log } = bench;
  const { endpoint } = system.engine;
  const { template, items, tables } = await captureTransaction(bench);
  log(`Deploying the floors of the intake, which writes ${items} items`);
  const floorsApi = await deployFloors({ endpoint, folder, tables, template });
  await pauseRelay(bench);
  const kinds = [
    kindOf('no-op', () => callTo(floorsApi, '/no-op')),
    kindOf('same transaction', () => callTo(floorsApi, '/same-transaction')),
    kindOf('intake', () => callTo(system.app.apiId, '/api/petitions')),
  ] as const;
  const load = new Load(endpoint);
  const figures: Figure[] = [];
  try {
    for (const clients of CLIENTS) {
      log(`Handing in petitions, ${clients} at a time`);
      await roundsAt(load, kinds, clients);
      figures.push(...figuresAt(clients, kinds));
    }
  } finally {
    load.close();
  }
  return figures;
};
