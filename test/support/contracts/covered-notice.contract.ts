import { describe, expect, it } from 'vitest';
import type { NoticeRef, StoredNotice } from '../../../core/ports/notices.js';
import { plusMs } from '../../../core/time.js';
import { aFirstChange } from '../builders/change-builder.js';
import { RECEIVED_AT } from '../builders/petition-builder.js';
import type { Stores } from './petition-store.contract.js';

const NOW = RECEIVED_AT;
const LEASE = { now: NOW, leaseUntil: plusMs(NOW, 90_000) };
const AFTER_LEASE = { now: plusMs(NOW, 90_000), leaseUntil: plusMs(NOW, 180_000) };

/** What every notice store must keep of reminders that a digest covers. */
export const coveredNoticeContract = (stores: () => Stores, numbers: { from: number }): void => {
  let n = numbers.from;
  const create = async (provinceId: string): Promise<NoticeRef> => {
    const { change, intake } = aFirstChange({ n: ++n, at: RECEIVED_AT, data: { provinceId } });
    await stores().store.create(change, intake);
    return { petitionId: change.after.id, id: '000001-0' };
  };
  const claim = async (ref: NoticeRef): Promise<StoredNotice> => {
    const notice = await stores().notices.claim(ref, LEASE);
    expect(notice).not.toBeNull();
    return notice!;
  };

  describe('a digest', () => {
    it('says whose mail a covered reminder was part of, and that a mail was a digest', async () => {
      const ref = await create('p-covered');
      const { notices } = stores();
      const coveredBy = { petitionId: ref.petitionId, id: '000009-0' };
      await notices.settle(await claim(ref), { status: 'COVERED', at: NOW, coveredBy });
      expect(await notices.load(ref)).toMatchObject({ status: 'COVERED', coveredBy, sentAt: null });
      expect(await notices.claim(ref, AFTER_LEASE)).toBeNull();
      expect(await notices.due('p-covered', AFTER_LEASE.now, { limit: 10 })).toEqual([]);
      const carrier = await create('p-covered');
      const marked = { ...(await claim(carrier)), digestDay: '2025-03-04' };
      await notices.settle(marked, { status: 'SENT', at: NOW });
      expect(await notices.load(carrier)).toMatchObject({ status: 'SENT', digestDay: '2025-03-04' });
    });
  });
};
