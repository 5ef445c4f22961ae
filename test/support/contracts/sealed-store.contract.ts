import { describe, expect, it } from 'vitest';
import { HeadConflictError } from '../../../core/errors.js';
import type { SealedCounts, SealedStore } from '../../../core/ports/sealed-store.js';
import {
  aReceived,
  CLOSED,
  HANDED_OVER,
  RECEIVED_AT,
  thenSealed,
  UNSEALED,
} from '../builders/sealed-builder.js';

/** What every store of denunciations must keep. */
export const sealedStoreContract = (
  store: () => SealedStore,
  counts: () => SealedCounts,
  numbers: { from: number },
): void => {
  let n = numbers.from;
  const aKey = () => ({ key: `sealed-key-${++n}`, fingerprint: 'noi-dung' });
  const received = async (more: Parameters<typeof aReceived>[1] = {}) => {
    const change = aReceived(++n, more);
    await store().create(change, aKey());
    return change.after;
  };

  describe('denunciations', () => {
    it('keeps a file and finds it by its id and its code, with its history', async () => {
      const change = aReceived(++n);
      expect(await store().create(change, aKey())).toEqual({ kind: 'created' });
      expect(await store().load(change.after.id)).toEqual(change.after);
      expect(await store().findByCode(change.after.code)).toEqual(change.after);
      expect(await store().history(change.after.id)).toEqual([change.event]);
      expect(await store().findByCode('0000000000000')).toBeNull();
    });

    it('gives the first file of a key, and says when the body is another', async () => {
      const first = aReceived(++n);
      const key = aKey();
      await store().create(first, key);
      const second = aReceived(++n);
      expect(await store().create(second, key)).toEqual({ kind: 'repeated', fileId: first.after.id });
      expect(await store().create(second, { ...key, fingerprint: 'khac' })).toEqual({ kind: 'mismatch' });
      expect(await store().load(second.after.id)).toBeNull();
      await expect(store().create(first, aKey())).rejects.toBeInstanceOf(HeadConflictError);
    });

    it('writes an event only on the head that it was decided on', async () => {
      const file = await received();
      const looked = thenSealed(file, UNSEALED);
      await store().commit(looked);
      await expect(store().commit(thenSealed(file, HANDED_OVER))).rejects.toBeInstanceOf(HeadConflictError);
      expect(await store().load(file.id)).toEqual(looked.after);
      expect((await store().history(file.id)).map(({ type }) => type)).toEqual([
        'DenunciationReceived',
        'IdentityUnsealed',
      ]);
    });

    it('counts each act in its quarter, once, with the event or not at all', async () => {
      const sums = async () => {
        const none = { received: 0, handedOver: 0, closed: 0, late: 0 };
        const of = await counts().of('p:79@2025-07', 2026);
        return of.find(({ quarter }) => quarter === '2026-Q4') ?? none;
      };
      const first = await sums();
      const file = await received();
      const missed = thenSealed(file, { type: 'DateMissed', data: { term: 'check' } });
      await store().commit(missed);
      const handedOver = thenSealed(missed.after, HANDED_OVER);
      await store().commit(handedOver);
      await expect(store().commit(handedOver)).rejects.toBeInstanceOf(HeadConflictError);
      const looked = thenSealed(handedOver.after, UNSEALED);
      await store().commit(looked);
      await store().commit(thenSealed(looked.after, CLOSED));
      expect(await sums()).toEqual({
        quarter: '2026-Q4',
        received: first.received + 1,
        handedOver: first.handedOver + 1,
        closed: first.closed + 1,
        late: first.late + 1,
      });
      expect(await counts().of('p:79@2025-07', 2025)).toEqual([]);
      expect(await counts().of('p:1@0', 2026)).toEqual([]);
    });

    it('lists the files of a body by their next date, closed ones last, page by page', async () => {
      const bodyId = `body-${++n}`;
      const later = await received({ bodyId, checkBy: '2026-11-20T10:00:00.000Z' });
      const first = await received({ bodyId, checkBy: '2026-11-10T10:00:00.000Z' });
      const over = await received({ bodyId });
      await store().commit(thenSealed(over, CLOSED));
      await received({ bodyId: `${bodyId}-other` });
      const page = await store().ofBody(bodyId, { limit: 2 });
      expect(page.items.map(({ id }) => id)).toEqual([first.id, later.id]);
      const rest = await store().ofBody(bodyId, { limit: 2, after: page.next ?? '' });
      expect(rest.items.map(({ id }) => id)).toEqual([over.id]);
      expect(rest.next).toBeUndefined();
    });

    it('has open files among those to watch, and closed ones no more', async () => {
      const file = await received();
      const all = async () => (await store().open({ limit: 100 })).items.map((stored) => stored.file.id);
      expect(await all()).toContain(file.id);
      const handedOver = thenSealed(file, HANDED_OVER);
      await store().commit(handedOver);
      expect(await all()).toContain(file.id);
      await store().commit(thenSealed(handedOver.after, CLOSED));
      expect(await all()).not.toContain(file.id);
    });

    it('gives the mail of a file to one sender at a time, and at most two whose end is unknown', async () => {
      const file = await received();
      const lease = { now: RECEIVED_AT, leaseUntil: '2026-11-02T02:02:00.000Z' };
      expect((await store().claimPost(file.id, lease))?.post).toMatchObject({ attempts: 1 });
      expect(await store().claimPost(file.id, lease)).toBeNull();
      const later = { now: '2026-11-02T02:03:00.000Z', leaseUntil: '2026-11-02T02:05:00.000Z' };
      expect((await store().claimPost(file.id, later))?.post).toMatchObject({ attempts: 2 });
      expect(await store().claimPost(file.id, { ...later, now: '2026-11-02T03:00:00.000Z' })).toBeNull();
      const second = {
        status: 'SENDING' as const,
        attempts: 2,
        leaseUntil: later.leaseUntil,
        rounds: 0,
        retryAt: null,
      };
      const sent = { ...second, status: 'SENT' as const, leaseUntil: null };
      const first = { ...second, attempts: 1, leaseUntil: lease.leaseUntil };
      expect(await store().settlePost(file.id, { before: first, after: sent })).toBe(false);
      expect(await store().settlePost(file.id, { before: second, after: sent })).toBe(true);
      const lost = { ...sent, status: 'UNREACHED' as const };
      expect(await store().settlePost(file.id, { before: second, after: lost })).toBe(false);
      await store().commit({ ...thenSealed(file, UNSEALED) });
      expect(await store().claimPost(file.id, { ...later, now: '2026-11-03T03:00:00.000Z' })).toBeNull();
      const looked = await store().load(file.id);
      if (looked === null) throw new Error('gone');
      await store().commit({ ...thenSealed(looked, UNSEALED), mails: true });
      expect((await store().claimPost(file.id, later))?.post).toMatchObject({ attempts: 1 });
    });
  });
};
