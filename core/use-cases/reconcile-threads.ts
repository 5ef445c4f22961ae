import { inGroups } from '../in-groups.js';
import { LEAD_THREAD } from '../petition/support.js';
import type { Clock } from '../ports/clock.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { Executions } from '../ports/executions.js';
import type { DueNotice, NoticeQueue, NoticeStatus, NoticeStore } from '../ports/notices.js';
import type { Registers } from '../ports/registers.js';
import type { DueThread, ThreadStore } from '../ports/thread-store.js';
import type { Instant } from '../time.js';
import { nameFailure, type Failure } from './failures.js';
import { reviveThread } from './revive-thread.js';
import { sweep } from './sweep.js';
import { wakeDuplicates } from './wake-duplicates.js';

export interface ReconcileDeps {
  clock: Clock;
  registers: Pick<Registers, 'provinces' | 'calendarDaysLeft'>;
  threads: ThreadStore;
  duplicates: DuplicateLinks;
  notices: Pick<NoticeStore, 'due' | 'load'>;
  executions: Executions;
  queue: NoticeQueue;
}

export interface Reconciled {
  woken: number;
  replaced: number;
  queued: number;
  failed: number;
  /** The first of those that failed. */
  unmoved: Failure[];
  /** Null when the calendar could not be read. */
  calendarDaysLeft: number | null;
}

/** Provinces read at a time. */
const PARALLEL = 10;
/** Real seconds after which a pass reads no further page: the next pass begins a minute after this one. */
const PAGING_SECONDS = 40;

/** One pass: what it has done so far, and until when it goes on. */
interface Pass {
  now: Instant;
  isTimeUp: () => boolean;
  done: Reconciled;
  failed: (what: string, error: unknown) => void;
}

const begin = (clock: Clock): Pass => {
  const done: Reconciled = {
    ...{ woken: 0, replaced: 0, queued: 0, failed: 0 },
    unmoved: [],
    calendarDaysLeft: null,
  };
  const end = clock.inRealSeconds(PAGING_SECONDS);
  return {
    now: clock.now(),
    isTimeUp: () => clock.now() > end,
    done,
    failed: (what, error) => {
      done.failed += 1;
      nameFailure(done.unmoved, what, error);
    },
  };
};

const reconcileThread = async (deps: ReconcileDeps, { now, done }: Pass, due: DueThread): Promise<void> => {
  const thread = await deps.threads.load(due.petitionId, due.thread);
  if (thread?.wakeAt == null || thread.wakeAt > now) return;
  const outcome = await reviveThread(deps, thread);
  if (outcome === 'left') return;
  done[outcome] += 1;
  // Its record may have been lost on the way, and with it the word to those that follow it.
  if (thread.thread === LEAD_THREAD) await wakeDuplicates(deps, thread.petitionId);
};

const UNSETTLED: readonly NoticeStatus[] = ['PENDING', 'SENDING'];

/** Read before it is queued: one that nobody can read would be queued for ever, ahead of all others. */
const reconcileNotice = async (deps: ReconcileDeps, { done }: Pass, due: DueNotice): Promise<void> => {
  const ref = { petitionId: due.petitionId, id: due.id };
  const notice = await deps.notices.load(ref);
  if (notice === null || !UNSETTLED.includes(notice.status)) return;
  await deps.queue.send(ref);
  done.queued += 1;
};

const reconcileProvince = async (deps: ReconcileDeps, pass: Pass, provinceId: string): Promise<void> => {
  const { now, isTimeUp, failed } = pass;
  await sweep<DueThread>({
    read: (page) => deps.threads.due(provinceId, now, page),
    handle: (due) => reconcileThread(deps, pass, due),
    failed: (due, error) => {
      failed(due === null ? provinceId : `${due.petitionId} ${due.thread}`, error);
    },
    isTimeUp,
  });
  await sweep<DueNotice>({
    read: (page) => deps.notices.due(provinceId, now, page),
    handle: (due) => reconcileNotice(deps, pass, due),
    failed: (due, error) => {
      failed(due === null ? provinceId : `${due.petitionId} ${due.id}`, error);
    },
    isTimeUp,
  });
};

/**
 * Each minute: wakes what should have moved and did not, replaces executions that died, queues notices that are due or
 * stuck. It is what survives a lost stream record, a crash, a restored backup, a restarted engine.
 */
export const reconcileThreads = async (deps: ReconcileDeps): Promise<Reconciled> => {
  const pass = begin(deps.clock);
  const provinces = await deps.registers.provinces();
  await inGroups(provinces, PARALLEL, (provinceId) => reconcileProvince(deps, pass, provinceId));
  // Last and by itself: a calendar that cannot be read must not stop a petition.
  const calendarDaysLeft = await deps.registers.calendarDaysLeft(pass.now).catch((error: unknown) => {
    pass.failed('calendar', error);
    return null;
  });
  return { ...pass.done, calendarDaysLeft };
};
