import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Executions } from '../../../core/ports/executions.js';
import type { Instant } from '../../../core/time.js';
import type { FakeStreamRecord } from '../fakes/in-memory-database.js';
import type { FakeAdapters } from '../fakes/fake-adapters.js';
import { errorOf, type Faults } from './faults.js';
import type { Functions } from './functions.js';
import { NoAnswerError, type Execution } from './interpreter.js';
import type { Scheduler } from './scheduler.js';
import type { StateMachine } from './state-machine.js';

const MINUTE_MS = 60_000;
const QUEUE_MS = 100;
const VISIBILITY_MS = 360_000;
const MOST_RECEIVES = 5;
const RELAY_RETRY_MS = 1_000;

interface Run {
  petitionId: string;
  thread: string;
  run: number;
}
export const nameOf = ({ petitionId, thread, run }: Run): string => `${petitionId}-${thread}-${run}`;

/** Step Functions as the machinery calls it. */
export const executionsOn = (machine: () => StateMachine, faults: Faults): Executions => ({
  start: ({ petitionId, thread, run }) => {
    machine().start(nameOf({ petitionId, thread, run }), { petitionId, thread, run });
    return Promise.resolve();
  },
  stop: (run) => {
    if (faults.stopArrives()) machine().executions.get(nameOf(run))?.end('ABORTED');
    return Promise.resolve();
  },
  state: (run) => {
    const status = machine().executions.get(nameOf(run))?.status;
    return Promise.resolve(status === undefined ? 'missing' : status === 'RUNNING' ? 'running' : 'ended');
  },
  answer: (token) => Promise.resolve(faults.answerArrives() ? machine().answer(token) : 'answered'),
});

/** Calls a function of the workflow, with what may go wrong about it. */
export const invoker =
  (scheduler: Scheduler, functions: () => Functions, faults: Faults) =>
  async (placeholder: string, payload: unknown): Promise<unknown> => {
    const work = functions().tasks.get(placeholder);
    if (work === undefined) throw new TypeError(`no function for ${placeholder}`);
    const fault = faults.call(placeholder);
    switch (fault.kind) {
      case 'none':
        return work(payload);
      case 'meanwhile':
        await fault.happens();
        return work(payload);
      case 'refuse':
        throw errorOf(fault);
      case 'lose-answer':
        await work(payload);
        throw errorOf(fault);
      case 'silence':
        await work(payload);
        throw new NoAnswerError();
      case 'late':
        scheduler.after(fault.afterMs, async () => {
          // By then nobody listens: also its errors are lost.
          await work(payload).catch(() => undefined);
        });
        throw errorOf(fault);
    }
  };

/** An item of the index by which the reconciler finds what is due. */
interface Waker {
  wakeAt?: Instant;
  wakeShard?: string;
}

interface Batch {
  batchItemFailures: unknown[];
}

/** What runs around the workflow: the table's stream, the queue of notices, the clockwork of the reconciler. */
export class Machinery {
  /** Messages that failed too often. */
  readonly deadLetters: string[] = [];
  readonly #wakes = new Map<string, Instant>();
  #records = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly fakes: Pick<FakeAdapters, 'database' | 'queue' | 'clock' | 'walks'>,
    private readonly on: { functions: () => Functions; faults: Faults; releaseId: () => Promise<string> },
  ) {
    this.#tick();
  }

  /** Plans the consequences of what has been written and queued meanwhile. */
  pump(): void {
    const { records } = this.fakes.database;
    for (; this.#records < records.length; this.#records += 1) {
      const record = records[this.#records];
      if (record === undefined) continue;
      this.#noteWake(record);
      for (const ms of this.on.faults.record()) this.scheduler.after(ms, () => this.#relay(record));
    }
    for (const ref of this.fakes.queue.drain())
      this.scheduler.after(QUEUE_MS, () => this.#send(JSON.stringify(ref), 1));
  }

  /** EventBridge tells of every end that is not a success. */
  executionEnded({ status, id }: Execution): void {
    if (status === 'SUCCEEDED' || !this.on.faults.endIsTold()) return;
    const event = {
      'detail-type': 'Step Functions Execution Status Change',
      detail: { name: id.name, status },
    };
    this.scheduler.after(QUEUE_MS, async () => {
      await this.on.functions().reconcile(event);
    });
  }

  /** Once a minute; one in which no wake-up has passed and no release is to be applied needs no look at the index. */
  #tick(): void {
    this.scheduler.after(MINUTE_MS, async () => {
      this.#tick();
      if (this.#isSomethingDue() || (await this.#isReleaseOpen())) await this.on.functions().reconcile({});
    });
  }

  #isSomethingDue(): boolean {
    const now = this.fakes.clock.now();
    for (const wakeAt of this.#wakes.values()) if (wakeAt <= now) return true;
    return false;
  }

  async #isReleaseOpen(): Promise<boolean> {
    const walk = await this.fakes.walks.load();
    if (walk?.release !== (await this.on.releaseId())) return true;
    return Object.keys(walk.left).length > 0;
  }

  #noteWake({ dynamodb: { Keys, NewImage } }: FakeStreamRecord): void {
    const key = JSON.stringify(Keys);
    const { wakeAt, wakeShard } = NewImage === undefined ? {} : (unmarshall(NewImage) as Waker);
    // What lies on the desk's worklist is in the same index, but wakes nobody.
    if (wakeAt === undefined || wakeShard?.startsWith('WORKLIST#') === true) this.#wakes.delete(key);
    else this.#wakes.set(key, wakeAt);
  }

  async #relay(record: FakeStreamRecord): Promise<void> {
    const { batchItemFailures } = (await this.on.functions().relay({ Records: [record] })) as Batch;
    if (batchItemFailures.length > 0) this.scheduler.after(RELAY_RETRY_MS, () => this.#relay(record));
  }

  async #send(body: string, receive: number): Promise<void> {
    const message = { messageId: `${body} ${receive}`, body };
    const { batchItemFailures } = (await this.on.functions().sendNotice({ Records: [message] })) as Batch;
    if (batchItemFailures.length === 0) return;
    if (receive === MOST_RECEIVES) this.deadLetters.push(body);
    else this.scheduler.after(VISIBILITY_MS, () => this.#send(body, receive + 1));
  }
}
