import { describe, expect, test } from 'vitest';
import {
  DIGEST_LINK_DAYS,
  parseTaskRef,
  taskLinkId,
  taskRefWords,
} from '../../../core/digests/digest-link.js';
import { NotFoundError, ValidationError } from '../../../core/errors.js';
import { acceptTasks } from '../../../core/use-cases/accept-tasks.js';
import { viewDigest } from '../../../core/use-cases/view-digest.js';
import { viewTask } from '../../../core/use-cases/view-task.js';
import { SLOW_CATEGORY, WARD } from '../../support/asl/small-registers.js';
import { aTask, digested, nonceOf, settle, taskLink } from './digest-scene.js';
import { contact } from './mail-scene.js';
import { load } from './scene.js';

const opened = async () => {
  const { s, ids, linkId } = await digested();
  const accept = async (tasks: readonly string[], nonce?: string) =>
    acceptTasks(s, linkId, {
      nonce: nonce ?? (await nonceOf(s, linkId)),
      tasks: tasks.map((petitionId) => ({ petitionId, taskNo: 1 })),
    });
  return { s, ids, linkId, accept };
};
const outcomes = (result: Awaited<ReturnType<typeof acceptTasks>>) =>
  result.kind === 'dead' ? result.because : result.tasks.map(({ outcome }) => outcome);

describe('the list of a digest', () => {
  test('shows what the agency holds and changes nothing; only the digest of the link is kept', async () => {
    const { s, ids, linkId } = await opened();
    expect(linkId).toMatch(/^[\w-]{22}$/);
    expect(JSON.stringify(s.database.all('Petitions'))).not.toContain(linkId);
    const before = s.database.records.length;
    const list = await viewDigest(s, linkId);
    expect(list.kind === 'live' && list.tasks.map(({ petition }) => petition.id).sort()).toEqual(
      [...ids].sort(),
    );
    expect(s.database.records.length).toBe(before);
  });

  test('has late ones first', async () => {
    const { s, ids, linkId } = await opened();
    s.clock.advance({ days: 8 });
    const id = await aTask(s, 'khoa-moi');
    const list = await viewDigest(s, linkId);
    if (list.kind === 'dead') throw new TypeError('dead');
    expect(list.tasks.map(({ isLate }) => isLate)).toEqual([true, true, true, false]);
    expect(list.tasks.at(-1)?.petition.id).toBe(id);
    expect(ids).not.toContain(id);
  });

  test('leaves out what went elsewhere a moment ago, whatever the index says', async () => {
    const { s, ids, linkId } = await opened();
    const link = await taskLink(s, ids[0]);
    const stale = await s.list.list(
      { by: { kind: 'holder', agencyId: WARD.id }, where: {} },
      { now: s.clock.now(), limit: 9 },
    );
    await settle(s, link);
    const list = await viewDigest({ ...s, list: { list: () => Promise.resolve(stale) } }, linkId);
    expect(list.kind === 'live' && list.tasks).toHaveLength(2);
  });

  test('opens a task on its own page, where everything can be decided, without anything stored for it', async () => {
    const { s, ids, linkId } = await opened();
    const [id] = ids;
    const task = taskLinkId(linkId, { petitionId: id, taskNo: 1 });
    expect(await viewTask(s, task)).toMatchObject({ kind: 'live', petition: { id } });
    await settle(s, task);
    expect(await load(s, id)).toMatchObject({ status: 'RESOLVED' });
    expect(await viewTask(s, task)).toMatchObject({ kind: 'dead', because: 'moved' });
  });

  test('names no petition that the agency never had', async () => {
    const { s, linkId } = await opened();
    const other = await aTask(s, 'khoa-khac', { category: SLOW_CATEGORY });
    await expect(viewTask(s, taskLinkId(linkId, { petitionId: other, taskNo: 1 }))).rejects.toThrow(
      NotFoundError,
    );
  });

  test('ends after its days, with its contact and with its key; so do the pages of its tasks', async () => {
    const { s, ids, linkId, accept } = await opened();
    const task = taskLinkId(linkId, { petitionId: ids[0], taskNo: 1 });
    expect(await viewDigest({ ...s, linkKeyVersion: '2' }, linkId)).toMatchObject({ because: 'replaced' });
    const moved = { ...contact('main'), addressSince: '2025-03-04T05:00:00.000Z' };
    await s.contacts.put(moved);
    expect(await viewDigest(s, linkId)).toMatchObject({ kind: 'dead', because: 'replaced' });
    expect(await viewTask(s, task)).toMatchObject({ kind: 'dead', because: 'replaced' });
    expect(outcomes(await accept(ids))).toBe('replaced');
    await s.contacts.put(contact('main'));
    s.clock.advance({ days: DIGEST_LINK_DAYS });
    expect(await viewDigest(s, linkId)).toMatchObject({ kind: 'dead', because: 'expired' });
    expect(await viewTask(s, task)).toMatchObject({ kind: 'dead', because: 'replaced' });
    expect(outcomes(await accept(ids))).toBe('expired');
  });

  test('is not found under a link that nobody mailed', async () => {
    const { s } = await opened();
    await expect(viewDigest(s, 'A'.repeat(22))).rejects.toThrow(NotFoundError);
  });
});

describe('several tasks accepted at once', () => {
  test('are each an ordinary acceptance by the contact of the digest; sent again, the same answer', async () => {
    const { s, ids, linkId, accept } = await opened();
    const nonce = await nonceOf(s, linkId);
    expect(outcomes(await accept(ids, nonce))).toEqual(['accepted', 'accepted', 'accepted']);
    const seqs = await Promise.all(ids.map(async (id) => (await load(s, id)).head.seq));
    expect(outcomes(await accept(ids, nonce))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await Promise.all(ids.map(async (id) => (await load(s, id)).head.seq))).toEqual(seqs);
    for (const id of ids)
      expect((await s.store.history(id)).at(-1)).toMatchObject({
        type: 'TaskAccepted',
        actor: { kind: 'agency', agencyId: WARD.id, contactId: `main@${contact('main').addressSince}` },
      });
  });

  test('one by one: what is accepted already, gone or never there does not stop the others', async () => {
    const { s, ids, accept } = await opened();
    const [first, second, third] = ids;
    await accept([first]);
    const link = await taskLink(s, second);
    await settle(s, link);
    const other = await aTask(s, 'khoa-khac', { category: SLOW_CATEGORY });
    const result = await accept([first, second, third, other]);
    expect(outcomes(result)).toEqual(['already', 'moved', 'accepted', 'moved']);
    expect(result.kind === 'done' && result.tasks.map(({ petition }) => petition?.id)).toEqual([
      first,
      second,
      third,
      undefined,
    ]);
  });

  test('need a form of our own page', async () => {
    const { accept, ids } = await opened();
    await expect(accept(ids, `${'0'.repeat(24)}.${'0'.repeat(22)}`)).rejects.toThrow(ValidationError);
  });

  test('are named by petition and task, and by nothing else', () => {
    const ref = { petitionId: '01958f6e-0000-7000-8000-000000000001', taskNo: 12 };
    expect(parseTaskRef(taskRefWords(ref))).toEqual(ref);
    for (const words of [
      '',
      '.',
      `${ref.petitionId}.0`,
      `${ref.petitionId}.1.2`,
      `../${ref.petitionId}.1`,
      `${ref.petitionId}.99999`,
    ])
      expect(parseTaskRef(words)).toBeNull();
  });
});
