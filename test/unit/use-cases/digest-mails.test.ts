import { beforeEach, describe, expect, test } from 'vitest';
import { noticeId } from '../../../core/petition/notices.js';
import { recordUndelivered } from '../../../core/use-cases/record-undelivered.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { WARD } from '../../support/asl/small-registers.js';
import { aTask, DAY, manyTasks, remind, settle, subjects, taskLink } from './digest-scene.js';
import { BOUNCE, contact } from './mail-scene.js';
import { load, type Scene } from './scene.js';

describe('a reminder of an agency with many open tasks', () => {
  let s: Scene;
  let ids: readonly [string, string, string];
  beforeEach(async () => {
    ({ s, ids } = await manyTasks());
  });

  test('is the digest when it is the first of the day; the others are covered by it, on record', async () => {
    const refs = await Promise.all(ids.map((id) => remind(s, id)));
    expect(await Promise.all(refs.map((ref) => sendNotice(s, ref)))).toEqual(
      expect.arrayContaining(['sent', 'covered', 'covered']),
    );
    expect(subjects(s)).toEqual(['digest']);
    const notices = await Promise.all(refs.map((ref) => s.notices.load(ref)));
    const carrier = notices.find((notice) => notice?.status === 'SENT');
    expect(carrier).toMatchObject({ digestDay: DAY });
    for (const notice of notices.filter((each) => each !== carrier))
      expect(notice).toMatchObject({
        status: 'COVERED',
        coveredBy: { petitionId: carrier?.petitionId, id: carrier?.id },
      });
  });

  test('is the digest again when its attempt was lost, also on the next day; not a third time', async () => {
    const ref = await remind(s, ids[0]);
    s.mailer.failNext('lost-answer');
    await expect(sendNotice(s, ref)).rejects.toThrow('did not answer');
    s.clock.advance({ hours: 20 });
    expect(await sendNotice(s, ref)).toBe('sent');
    expect(subjects(s)).toEqual(['digest', 'digest']);
    const [first, second] = s.mailer.sent.map((mail) => mail.text);
    expect(second).toBe(first);
    expect(await sendNotice(s, ref)).toBe('nothing-to-do');
  });

  test('goes to the next contact as the digest when the mail came back', async () => {
    const [first, second] = ids;
    const ref = await remind(s, first);
    await sendNotice(s, ref);
    expect(await sendNotice(s, await remind(s, second))).toBe('covered');
    const notice = await s.notices.load(ref);
    if (notice === null) throw new TypeError('no notice');
    // Its own petition is settled meanwhile: the others still rest on it.
    await settle(s, await taskLink(s, first));
    await recordUndelivered(s, { notice, contactId: 'main', failure: BOUNCE });
    const { head } = await load(s, first);
    expect(await sendNotice(s, { petitionId: first, id: noticeId(head.seq, 0) })).toBe('sent');
    expect(subjects(s, 'alternate')).toEqual(['digest']);
  });

  test('is a mail of its own once the agency holds few', async () => {
    const few = await manyTasks(3);
    const ref = await remind(few.s, few.ids[0]);
    expect(await sendNotice(few.s, ref)).toBe('sent');
    expect(subjects(few.s)).toEqual(['reminder']);
    expect(await few.s.notices.load(ref)).not.toHaveProperty('digestDay');
  });

  test('is a mail of its own where the registry wants no digests', async () => {
    const never = await manyTasks(null);
    await sendNotice(never.s, await remind(never.s, never.ids[0]));
    expect(subjects(never.s)).toEqual(['reminder']);
  });

  test('of a task that came after the digest is a mail of its own', async () => {
    await sendNotice(s, await remind(s, ids[0]));
    s.clock.advance({ hours: 2 });
    await sendNotice(s, await remind(s, await aTask(s, 'khoa-sau')));
    expect(subjects(s)).toEqual(['digest', 'reminder']);
  });

  test('to the head stays a mail of its own', async () => {
    await s.contacts.put(contact('head'));
    const [first, second] = ids;
    await sendNotice(s, await remind(s, first));
    const main = await remind(s, second, { kind: 'overdue', copyToHead: true });
    expect(await sendNotice(s, main)).toBe('covered');
    expect(await sendNotice(s, { ...main, id: main.id.replace(/0$/, '1') })).toBe('sent');
    expect(subjects(s, 'head')).toEqual(['overdue']);
  });

  test('whose tasks are all settled before the digest leaves says nothing', async () => {
    const ref = await remind(s, ids[0]);
    s.mailer.failNext('no-connection');
    await expect(sendNotice(s, ref)).rejects.toThrow('did not answer');
    expect(await s.digests.load(WARD.id, DAY)).toMatchObject({ carrier: ref });
    for (const id of ids) {
      await settle(s, await taskLink(s, id));
    }
    s.clock.advance({ minutes: 5 });
    expect(await sendNotice(s, ref)).toBe('skipped');
  });
});
