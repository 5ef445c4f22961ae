import { describe, expect, it } from 'vitest';
import { HeadConflictError, ValidationError } from '../../../core/errors.js';
import type { NoticeRef, NoticeStore, StoredNotice } from '../../../core/ports/notices.js';
import { plusMs } from '../../../core/time.js';
import { aFirstChange, aNotice } from '../builders/change-builder.js';
import { RECEIVED_AT } from '../builders/petition-builder.js';
import type { Stores } from './petition-store.contract.js';

const NOW = RECEIVED_AT;
const LEASE = { now: NOW, leaseUntil: plusMs(NOW, 90_000) };
const AFTER_LEASE = { now: plusMs(NOW, 90_000), leaseUntil: plusMs(NOW, 180_000) };

/** What every notice store must keep. Each test uses notices of its own. */
export const noticeStoreContract = (stores: () => Stores, numbers: { from: number }): void => {
  let n = numbers.from;
  const create = async (provinceId = 'hcm', at = RECEIVED_AT): Promise<NoticeRef> => {
    const { change, intake } = aFirstChange({ n: ++n, at, data: { provinceId } });
    await stores().store.create(change, intake);
    return { petitionId: change.after.id, id: '000001-0' };
  };
  const claim = async (ref: NoticeRef, lease = LEASE): Promise<StoredNotice> => {
    const notice = await stores().notices.claim(ref, lease);
    expect(notice).not.toBeNull();
    return notice!;
  };

  describe('claim', () => {
    it('takes a pending notice for one attempt', async () => {
      const ref = await create();
      const notice = await claim(ref);
      expect(notice).toMatchObject({ ...ref, status: 'SENDING', attempts: 1, leaseUntil: LEASE.leaseUntil });
      expect(await stores().notices.load(ref)).toEqual(notice);
    });

    it('gives nothing to the second of two', async () => {
      const ref = await create();
      const { notices } = stores();
      const taken = await Promise.all([notices.claim(ref, LEASE), notices.claim(ref, LEASE)]);
      expect(taken.filter((notice) => notice !== null)).toHaveLength(1);
      expect(await notices.load(ref)).toMatchObject({ attempts: 1 });
    });

    it('waits until the notice may leave', async () => {
      const ref = await create('hcm', plusMs(NOW, 1));
      expect(await stores().notices.claim(ref, LEASE)).toBeNull();
    });

    it('gives it out again when the lease is over, two attempts at most', async () => {
      const ref = await create();
      const { notices } = stores();
      await claim(ref);
      expect(await notices.claim(ref, { ...LEASE, now: plusMs(NOW, 89_999) })).toBeNull();
      expect(await claim(ref, AFTER_LEASE)).toMatchObject({ attempts: 2 });
      const third = { now: plusMs(NOW, 300_000), leaseUntil: plusMs(NOW, 400_000) };
      expect(await notices.claim(ref, third)).toBeNull();
    });

    it('gives nothing for a notice that does not exist', async () => {
      const ref = await create();
      expect(await stores().notices.claim({ ...ref, id: '000009-9' }, LEASE)).toBeNull();
    });
  });

  describe('add', () => {
    it('promises a message once under its id, as new', async () => {
      const ref = await create('p-add');
      const { notices } = stores();
      const { petitionId, kind, to, provinceId, taskNo, seq, sendAfter } = (await notices.load(ref))!;
      const again = { petitionId, kind, to, provinceId, taskNo, seq, sendAfter, id: '000001-100' };
      expect(await notices.add(again)).toBe(true);
      expect(await notices.add({ ...again, kind: 'moved' })).toBe(false);
      expect(await notices.load(again)).toMatchObject({ ...again, status: 'PENDING', attempts: 0 });
      expect((await notices.due('p-add', NOW, { limit: 10 })).map(({ id }) => id)).toContain('000001-100');
    });
  });

  describe('settle', () => {
    it('ends the matter when the mail was taken', async () => {
      const ref = await create('p-sent');
      const { notices } = stores();
      await notices.settle(await claim(ref), { status: 'SENT', at: NOW, messageId: 'm-1' });
      expect(await notices.load(ref)).toMatchObject({
        status: 'SENT',
        sentAt: NOW,
        messageId: 'm-1',
        leaseUntil: null,
      });
      expect(await notices.claim(ref, AFTER_LEASE)).toBeNull();
      expect(await notices.due('p-sent', AFTER_LEASE.now, { limit: 10 })).toEqual([]);
    });

    it('leaves one attempt after a mail that came back, and remembers that it did', async () => {
      const ref = await create('p-back');
      const { notices } = stores();
      await notices.settle(await claim(ref), { status: 'SENT', at: NOW, messageId: 'm-1' });
      const sent = (await notices.load(ref))!;
      await notices.settle(sent, { status: 'PENDING', at: NOW, retryAt: NOW, isMailDead: true });
      expect((await notices.due('p-back', NOW, { limit: 10 })).map(({ id }) => id)).toEqual([ref.id]);
      const again = await claim(ref);
      expect(again).toMatchObject({ attempts: 2, isMailDead: true });
      await notices.settle(again, { status: 'SENT', at: NOW, via: 'sms' });
      expect(await notices.load(ref)).toMatchObject({ status: 'SENT', via: 'sms', isMailDead: true });
    });

    it('does not count a refused attempt and waits for the retry', async () => {
      const ref = await create();
      const { notices } = stores();
      const retryAt = plusMs(NOW, 60_000);
      await notices.settle(await claim(ref), { status: 'PENDING', at: NOW, refused: true, retryAt });
      expect(await notices.load(ref)).toMatchObject({ status: 'PENDING', attempts: 0, refusals: 1 });
      expect(await notices.claim(ref, { ...LEASE, now: plusMs(NOW, 59_999) })).toBeNull();
      expect(await claim(ref, { now: retryAt, leaseUntil: plusMs(NOW, 99_000) })).toMatchObject({
        attempts: 1,
      });
    });

    it('refuses whoever was overtaken', async () => {
      const ref = await create();
      const { notices } = stores();
      const first = await claim(ref);
      await claim(ref, AFTER_LEASE);
      await expect(notices.settle(first, { status: 'SENT', at: NOW })).rejects.toThrow(HeadConflictError);
      expect(await notices.load(ref)).toMatchObject({ status: 'SENDING', attempts: 2 });
    });

    it('lets a second attempt that never reported back be given to a person', async () => {
      const ref = await create();
      const { notices } = stores();
      await claim(ref);
      await claim(ref, AFTER_LEASE);
      const stuck = await notices.load(ref);
      await notices.settle(stuck!, { status: 'WORKLIST', at: plusMs(NOW, 300_000) });
      expect(await notices.load(ref)).toMatchObject({ status: 'WORKLIST', attempts: 2, leaseUntil: null });
    });
  });

  describe('due', () => {
    it('lists pending and stuck notices of the province, earliest first', async () => {
      const late = await create('p-notices', plusMs(NOW, 1_000));
      const early = await create('p-notices', NOW);
      const stuck = await create('p-notices', NOW);
      await create('p-notices', plusMs(NOW, 900_000));
      await create('p-elsewhere', NOW);
      await claim(stuck, { now: NOW, leaseUntil: plusMs(NOW, 2_000) });
      const { notices } = stores();
      const all = [
        { ...early, wakeAt: NOW },
        { ...late, wakeAt: plusMs(NOW, 1_000) },
        { ...stuck, wakeAt: plusMs(NOW, 2_000) },
      ];
      const due = (ms: number, page: Parameters<NoticeStore['due']>[2]) =>
        notices.due('p-notices', plusMs(NOW, ms), page);
      expect(await due(2_000, { limit: 10 })).toEqual(all);
      expect(await due(1_999, { limit: 10 })).toEqual(all.slice(0, 2));
      expect(await due(2_000, { limit: 1 })).toEqual(all.slice(0, 1));
      expect(await due(2_000, { limit: 2, after: all[0]! })).toEqual(all.slice(1));
      expect(await due(2_000, { limit: 2, after: all[2]! })).toEqual([]);
    });
  });

  describe('unconfirmed', () => {
    const sent = async (provinceId: string, at: string, to: StoredNotice['to']): Promise<StoredNotice> => {
      const first = aFirstChange({ n: ++n, at, data: { provinceId } });
      const { notices } = stores();
      const notice = aNotice({ petitionId: first.change.after.id, provinceId, sendAfter: at, to });
      await stores().store.create({ ...first.change, notices: [notice] }, first.intake);
      const taken = await claim({ petitionId: notice.petitionId, id: notice.id }, { ...LEASE, now: at });
      await notices.settle(taken, { status: 'SENT', at });
      return (await notices.load(taken))!;
    };
    const office = { kind: 'agency', agencyId: 'a', role: 'alternate' } as const;
    const at = (minute: number) => plusMs(NOW, minute * 60_000);
    const idsOf = async (provinceId: string, until: string) =>
      (await stores().notices.unconfirmed(provinceId, until, 10)).map(({ petitionId }) => petitionId);

    it('lists what was sent to agencies until then, earliest first', async () => {
      const late = await sent('p-watch', at(2), office);
      const early = await sent('p-watch', at(1), office);
      await sent('p-watch', at(1), { kind: 'resident' });
      expect(await idsOf('p-watch', at(2))).toEqual([early.petitionId, late.petitionId]);
      expect(await idsOf('p-watch', at(1))).toEqual([early.petitionId]);
      expect(await stores().notices.due('p-watch', at(9), { limit: 10 })).toEqual([]);
    });

    it('lists answers and questions sent to a telephone too, and nothing else sent to residents', async () => {
      const to = { kind: 'resident' } as const;
      const minute = at(1);
      const byTelephone = async (kind: 'decision' | 'receipt') => {
        const provinceId = 'p-telephone';
        const first = aFirstChange({ n: ++n, at: minute, data: { provinceId } });
        const notice = aNotice({
          petitionId: first.change.after.id,
          provinceId,
          sendAfter: minute,
          to,
          kind,
        });
        await stores().store.create({ ...first.change, notices: [notice] }, first.intake);
        const taken = await claim(notice, { ...LEASE, now: minute });
        await stores().notices.settle(taken, { status: 'SENT', at: minute, via: 'zalo' });
        return (await stores().notices.load(notice))!;
      };
      await byTelephone('receipt');
      const answer = await byTelephone('decision');
      expect(answer.via).toBe('zalo');
      expect(await idsOf('p-telephone', at(9))).toEqual([answer.petitionId]);
      await stores().notices.settle(answer, { status: 'WORKLIST', at: at(3), isUnwatched: true });
      expect(await idsOf('p-telephone', at(9))).toEqual([]);
      const late = (await stores().notices.load(answer))!;
      expect(late.via).toBe('zalo');
      await stores().notices.settle(late, { status: 'SENT', at: at(4), deliveredAt: at(4), via: 'sms' });
      expect(await stores().notices.load(answer)).toMatchObject({ via: 'sms', deliveredAt: at(4) });
      expect(await stores().notices.worklist('p-telephone', { limit: 5 })).toEqual({ items: [] });
    });

    it('leaves out what was delivered, and keeps when it was sent', async () => {
      const notice = await sent('p-delivered', at(1), office);
      expect(notice).toMatchObject({ sentAt: at(1), deliveredAt: null });
      await stores().notices.settle(notice, { status: 'SENT', at: at(3), deliveredAt: at(3) });
      expect(await stores().notices.load(notice)).toMatchObject({ sentAt: at(1), deliveredAt: at(3) });
      expect(await idsOf('p-delivered', at(9))).toEqual([]);
    });

    it('leaves out what nobody watches any more, and what came back', async () => {
      const old = await sent('p-unwatched', at(1), office);
      await stores().notices.settle(old, { status: 'SENT', at: at(3), isUnwatched: true });
      await stores().notices.settle(await sent('p-unwatched', at(1), office), {
        status: 'FAILED',
        at: at(3),
      });
      expect(await idsOf('p-unwatched', at(9))).toEqual([]);
      expect(await stores().notices.load(old)).toMatchObject({ status: 'SENT', deliveredAt: null });
    });
  });

  describe('worklist', () => {
    const toWorklist = async (provinceId: string, at: string): Promise<NoticeRef> => {
      const ref = await create(provinceId, at);
      const lease = { now: at, leaseUntil: plusMs(at, 90_000) };
      await stores().notices.settle(await claim(ref, lease), { status: 'WORKLIST', at });
      return ref;
    };

    it('pages through what a person must do, oldest first, and ends', async () => {
      const refs: NoticeRef[] = [];
      for (const minute of [3, 1, 2]) refs.push(await toWorklist('p-worklist', plusMs(NOW, minute * 60_000)));
      await create('p-worklist');
      const { notices } = stores();
      const first = await notices.worklist('p-worklist', { limit: 2 });
      expect(first.items.map((item) => item.petitionId)).toEqual([refs[1]!.petitionId, refs[2]!.petitionId]);
      const second = await notices.worklist('p-worklist', { limit: 2, after: first.next! });
      expect(second.items.map((item) => item.petitionId)).toEqual([refs[0]!.petitionId]);
      expect(second.next).toBeUndefined();
    });

    it('drops what was done by hand', async () => {
      const ref = await toWorklist('p-by-hand', NOW);
      const { notices } = stores();
      await notices.settle((await notices.load(ref))!, { status: 'DONE_BY_HAND', at: plusMs(NOW, 5) });
      expect(await notices.worklist('p-by-hand', { limit: 5 })).toEqual({ items: [] });
      expect(await notices.load(ref)).toMatchObject({ status: 'DONE_BY_HAND', sentAt: plusMs(NOW, 5) });
    });

    it('refuses a position that is none', async () => {
      const page = { limit: 5, after: 'bm9uZQ' };
      await expect(stores().notices.worklist('hcm', page)).rejects.toThrow(ValidationError);
    });
  });
};
