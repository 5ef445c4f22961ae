import { describe, expect, it } from 'vitest';
import { HeadConflictError, StaleRunError } from '../../../core/errors.js';
import { foldHistory } from '../../../core/petition/fold.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { NoticeStore } from '../../../core/ports/notices.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { ThreadStore } from '../../../core/ports/thread-store.js';
import { aFirstChange, aNextChange, aNotice, aThread } from '../builders/change-builder.js';
import { aText, closed, petitionIdNo, resolved, routed } from '../builders/petition-builder.js';

export interface Stores {
  store: PetitionStore;
  threads: ThreadStore;
  notices: NoticeStore;
}

const GRACE = '2025-03-03T02:00:00.000Z';

/** What every petition store must keep, fake or real. Each test uses petitions of its own. */
export const petitionStoreContract = (stores: () => Stores, numbers: { from: number }): void => {
  let n = numbers.from;
  const create = async (): Promise<Petition> => {
    const { change, intake } = aFirstChange({ n: ++n });
    await stores().store.create(change, intake);
    return change.after;
  };

  describe('create', () => {
    it('writes record, first event, code, thread and notices', async () => {
      const { change, intake } = aFirstChange({ n: ++n });
      const { store, threads, notices } = stores();
      expect(await store.create(change, intake)).toEqual({ kind: 'created' });
      expect(await store.load(change.after.id)).toEqual(change.after);
      expect(await store.findByCode(change.after.code)).toEqual(change.after);
      expect(await store.history(change.after.id)).toEqual([change.event]);
      expect(await store.intake(intake.key.key)).toEqual({
        petitionId: change.after.id,
        fingerprint: intake.key.fingerprint,
      });
      expect(await threads.load(change.after.id, 'lead')).toEqual(intake.thread);
      expect(await notices.load({ petitionId: change.after.id, id: '000001-0' })).toMatchObject({
        status: 'PENDING',
        attempts: 0,
      });
    });

    it('finds nothing under unknown ids, codes and nonces', async () => {
      const { store, threads, notices } = stores();
      const unknown = petitionIdNo(0xffffff);
      expect(await store.load(unknown)).toBeNull();
      expect(await store.findByCode('0000000000000')).toBeNull();
      expect(await store.history(unknown)).toEqual([]);
      expect(await store.receipt(unknown, 'nonce')).toBeNull();
      expect(await store.intake('no such key')).toBeNull();
      expect(await threads.load(unknown, 'lead')).toBeNull();
      expect(await notices.load({ petitionId: unknown, id: '000001-0' })).toBeNull();
    });

    it('answers the same key and body with the first petition', async () => {
      const first = aFirstChange({ n: ++n });
      const again = aFirstChange({ n: ++n });
      const { store } = stores();
      await store.create(first.change, first.intake);
      const outcome = await store.create(again.change, { ...again.intake, key: first.intake.key });
      expect(outcome).toEqual({ kind: 'repeated', petitionId: first.change.after.id });
      expect(await store.load(again.change.after.id)).toBeNull();
    });

    it('refuses the same key with another body', async () => {
      const first = aFirstChange({ n: ++n });
      const again = aFirstChange({ n: ++n });
      const { store } = stores();
      await store.create(first.change, first.intake);
      const key = { ...first.intake.key, fingerprint: 'another body' };
      expect(await store.create(again.change, { ...again.intake, key })).toEqual({ kind: 'mismatch' });
    });

    it('creates one petition when the same key arrives twice at once', async () => {
      const one = aFirstChange({ n: ++n });
      const two = aFirstChange({ n: ++n });
      const { store } = stores();
      const outcomes = await Promise.all([
        store.create(one.change, one.intake),
        store.create(two.change, { ...two.intake, key: one.intake.key }),
      ]);
      expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['created', 'repeated']);
      const there = await Promise.all([store.load(one.change.after.id), store.load(two.change.after.id)]);
      expect(there.filter((petition) => petition !== null)).toHaveLength(1);
      const repeated = outcomes.find((outcome) => outcome.kind === 'repeated');
      expect(repeated?.petitionId).toBe(there.find((petition) => petition !== null)?.id);
    });

    it('refuses a code that another petition has', async () => {
      const first = await create();
      const other = aFirstChange({ n: ++n, data: { code: first.code } });
      const { store } = stores();
      await expect(store.create(other.change, other.intake)).rejects.toThrow(HeadConflictError);
      expect(await store.load(other.change.after.id)).toBeNull();
    });
  });

  describe('commit', () => {
    it('moves the record, appends the event, keeps notices and receipt', async () => {
      const before = await create();
      const { store, notices } = stores();
      const receipt = { petitionId: before.id, nonce: 'n1', fingerprint: 'f1', seq: 2 };
      const notice = aNotice({ petitionId: before.id, id: '000002-0', seq: 2, kind: 'assignment' });
      const change = aNextChange(before, routed(), { receipt, notices: [notice] });
      await store.commit(change);
      expect(await store.load(before.id)).toEqual(change.after);
      expect(await store.receipt(before.id, 'n1')).toEqual(receipt);
      expect(await notices.load({ petitionId: before.id, id: '000002-0' })).toMatchObject(notice);
    });

    it('keeps a history whose fold is the record, to the last field', async () => {
      let petition = await create();
      const { store } = stores();
      const text = aText('b'.repeat(64));
      for (const happening of [routed(), resolved({ text, documentNo: 'Số 12/BC-UBND' }), closed()]) {
        const change = aNextChange(petition, happening);
        await store.commit(change);
        petition = change.after;
      }
      const history = await store.history(petition.id);
      expect(history.map((event) => event.seq)).toEqual([1, 2, 3, 4]);
      expect(foldHistory(history)).toEqual(await store.load(petition.id));
    });

    it('lets one of two changes of the same head through', async () => {
      const before = await create();
      const { store } = stores();
      const results = await Promise.allSettled([
        store.commit(aNextChange(before, routed())),
        store.commit(aNextChange(before, routed({ isLastOwner: true }))),
      ]);
      expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find((result) => result.status === 'rejected');
      expect(refused?.reason).toBeInstanceOf(HeadConflictError);
      expect(await store.history(before.id)).toHaveLength(2);
    });

    it('opens threads, and wakes those that it concerns and no other', async () => {
      const before = await create();
      const { store, threads } = stores();
      const at = { petitionId: before.id, wakeAt: GRACE };
      const opens = ['support-1', 'support-2'].map((thread) => aThread({ ...at, thread }));
      const opening = aNextChange(before, routed(), { opens });
      await store.commit(opening);
      const lead = await threads.load(before.id, 'lead');
      expect(await threads.all(before.id)).toEqual([lead, ...opens]);
      const wake = { graceUntil: '2025-03-03T05:00:00.000Z', threads: ['support-2'] };
      const fence = { thread: 'support-1', run: 1 };
      await store.commit(aNextChange(opening.after, resolved(), { wake, fence }));
      expect(await threads.load(before.id, 'lead')).toEqual(lead);
      expect(await threads.load(before.id, 'support-1')).toEqual(opens[0]);
      expect(await threads.load(before.id, 'support-2')).toMatchObject({
        wakeSeq: 2,
        wakeAt: wake.graceUntil,
      });
      expect(await threads.all(petitionIdNo(0xffffff))).toEqual([]);
    });

    it('opens no thread that is there', async () => {
      const before = await create();
      const opens = [aThread({ petitionId: before.id })];
      await expect(stores().store.commit(aNextChange(before, routed(), { opens }))).rejects.toThrow(
        HeadConflictError,
      );
      expect(await stores().store.load(before.id)).toEqual(before);
    });

    it('refuses a change of a head that has moved and writes nothing of it', async () => {
      const before = await create();
      const { store, notices } = stores();
      await store.commit(aNextChange(before, routed()));
      const late = aNotice({ petitionId: before.id, id: '000002-9', seq: 2 });
      const receipt = { petitionId: before.id, nonce: 'late', fingerprint: 'f', seq: 2 };
      const change = aNextChange(before, routed({ isLastOwner: true }), { notices: [late], receipt });
      await expect(store.commit(change)).rejects.toThrow(HeadConflictError);
      expect(await notices.load({ petitionId: before.id, id: '000002-9' })).toBeNull();
      expect(await store.receipt(before.id, 'late')).toBeNull();
    });

    it('refuses a change that was not decided on the stored head, though its number is free', async () => {
      const stored = await create();
      const { store } = stores();
      const forked = { ...stored, head: { ...stored.head, hash: 'f'.repeat(64) } };
      await expect(store.commit(aNextChange(forked, routed()))).rejects.toThrow(HeadConflictError);
      const ahead = aNextChange(stored, routed()).after;
      await expect(store.commit(aNextChange(ahead, resolved()))).rejects.toThrow(HeadConflictError);
      expect(await store.history(stored.id)).toHaveLength(1);
    });

    it('refuses a nonce that was used before', async () => {
      const before = await create();
      const { store } = stores();
      const receipt = { petitionId: before.id, nonce: 'used', fingerprint: 'f', seq: 2 };
      const first = aNextChange(before, routed(), { receipt });
      await store.commit(first);
      const second = aNextChange(first.after, resolved(), { receipt: { ...receipt, seq: 3 } });
      await expect(store.commit(second)).rejects.toThrow(HeadConflictError);
      expect(await store.load(before.id)).toEqual(first.after);
    });

    it('raises wakeSeq and the wake-up with a waking change', async () => {
      const before = await create();
      const { store, threads } = stores();
      await store.commit(aNextChange(before, routed(), { wake: { graceUntil: GRACE } }));
      expect(await threads.load(before.id, 'lead')).toMatchObject({ wakeSeq: 2, wakeAt: GRACE, run: 1 });
    });

    it('leaves the thread alone without wake', async () => {
      const before = await create();
      const { store, threads } = stores();
      const thread = await threads.load(before.id, 'lead');
      await store.commit(aNextChange(before, routed(), { fence: { thread: 'lead', run: 1 } }));
      expect(await threads.load(before.id, 'lead')).toEqual(thread);
    });

    it.each([{ wake: null }, { wake: { graceUntil: GRACE } }])(
      'refuses a superseded run ($wake)',
      async ({ wake }) => {
        const before = await create();
        const { store, threads } = stores();
        const thread = await threads.load(before.id, 'lead');
        await threads.raiseRun(thread!, { wakeAt: GRACE, runStartedAt: GRACE });
        const change = aNextChange(before, routed(), { wake, fence: { thread: 'lead', run: 1 } });
        await expect(store.commit(change)).rejects.toThrow(StaleRunError);
        expect(await store.load(before.id)).toEqual(before);
        expect(await threads.load(before.id, 'lead')).toMatchObject({ run: 2, wakeSeq: 1 });
      },
    );

    it('fences and wakes in one change', async () => {
      const before = await create();
      const { store, threads } = stores();
      const fence = { thread: 'lead', run: 1 };
      await store.commit(aNextChange(before, routed(), { fence, wake: { graceUntil: GRACE } }));
      expect(await threads.load(before.id, 'lead')).toMatchObject({ wakeSeq: 2, wakeAt: GRACE });
    });

    it('tells a superseded run so even when the head has moved as well', async () => {
      const before = await create();
      const { store } = stores();
      await store.commit(aNextChange(before, routed()));
      const change = aNextChange(before, routed(), { fence: { thread: 'lead', run: 7 } });
      await expect(store.commit(change)).rejects.toThrow(StaleRunError);
    });
  });
};
