import type { Clock } from '../ports/clock.js';
import type { NoticeRef, NoticeStore } from '../ports/notices.js';
import type { Registers } from '../ports/registers.js';

export interface WatchDeliveriesDeps {
  clock: Clock;
  registers: Pick<Registers, 'provinces'>;
  notices: Pick<NoticeStore, 'load' | 'settle' | 'unconfirmed'>;
}

/** Bound of one pass and province; what is left over is found a minute later. */
const BATCH = 100;

const watchProvince = async (
  { clock, notices }: WatchDeliveriesDeps,
  provinceId: string,
  patienceSeconds: number,
): Promise<NoticeRef[]> => {
  const missing: NoticeRef[] = [];
  for (const ref of await notices.unconfirmed(provinceId, clock.inRealSeconds(-patienceSeconds), BATCH)) {
    const notice = await notices.load(ref);
    if (notice?.status !== 'SENT' || notice.deliveredAt !== null) continue;
    // Told once. A report that comes later still counts.
    const status = notice.to.kind === 'resident' ? 'WORKLIST' : 'SENT';
    await notices.settle(notice, { status, at: clock.now(), isUnwatched: true });
    missing.push(ref);
  }
  return missing;
};

/**
 * Finds mails to agencies, and answers and questions to telephones, of which nothing was heard: neither delivered nor come
 * back, `patienceSeconds` real seconds after they were sent. Each is told once. What was for a resident then goes to the
 * desk as well; for agencies nothing follows: deadlines run on, and reminders are mails of their own.
 */
export const watchDeliveries = async (
  deps: WatchDeliveriesDeps,
  patienceSeconds: number,
): Promise<NoticeRef[]> => {
  const missing: NoticeRef[] = [];
  for (const provinceId of await deps.registers.provinces())
    missing.push(...(await watchProvince(deps, provinceId, patienceSeconds)));
  return missing;
};
