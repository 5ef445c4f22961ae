import { beforeEach, describe, expect, test } from 'vitest';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { recordMailEvent } from '../../../core/use-cases/record-mail-event.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { watchDeliveries } from '../../../core/use-cases/watch-deliveries.js';
import { DISTRICT, WARD } from '../../support/asl/small-registers.js';
import {
  ASSIGNMENT,
  BOUNCE,
  COMPLAINT,
  contact,
  createMailScene,
  FULL,
  RECEIPT,
  REJECTED,
  type MailScene,
} from './mail-scene.js';
import { aForm, aSubmission, LINK_ID, load, told } from './scene.js';

let mail: MailScene;
beforeEach(async () => {
  mail = await createMailScene();
});

describe('a mail to an agency that comes back', () => {
  test('goes to the alternate with a link that works, as a new mail of the same kind, and moves no deadline', async () => {
    await mail.employ('main', 'alternate', 'head');
    await mail.send(ASSIGNMENT);
    const before = await load(mail.s, mail.petitionId);
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('next-contact');
    expect(await mail.undelivered()).toEqual([
      {
        ...{ noticeId: ASSIGNMENT, kind: 'assignment', promisedBy: 2, taskNo: 1, ...BOUNCE },
        to: { kind: 'agency', agencyId: WARD.id, contactId: 'main', role: 'main' },
        followUp: { kind: 'next-contact', contactId: 'alternate', role: 'alternate' },
      },
    ]);
    const { head: _head, ...after } = await load(mail.s, mail.petitionId);
    expect({ ...before, undelivered: 1 }).toMatchObject(after);
    expect(await mail.statusOf(ASSIGNMENT)).toBe('FAILED');
    expect(await mail.send('000003-0')).toBe('sent');
    expect(mail.mailsTo('alternate')).toEqual(['assignment']);
    expect(mail.s.mailer.sent.at(-1)?.text).toMatch(/\/t\/[\w-]{22}/);
    expect(mail.s.mailer.sent.at(-1)?.about).toEqual({
      petitionId: mail.petitionId,
      noticeId: '000003-0',
      contactId: 'alternate',
    });
  });

  test('from all contacts: the superior is told, and a person', async () => {
    await mail.employ('main', 'alternate');
    await mail.s.contacts.put(contact('main', DISTRICT.id));
    await mail.send(ASSIGNMENT);
    await mail.report(ASSIGNMENT, BOUNCE, 'main');
    await mail.send('000003-0');
    expect(await mail.report('000003-0', BOUNCE, 'alternate')).toBe('superior');
    expect((await mail.undelivered()).at(-1)?.followUp).toEqual({ kind: 'superior', agencyId: DISTRICT.id });
    expect(await mail.worklist()).toEqual(['000003-0']);
    expect(await mail.send('000004-0')).toBe('sent');
    expect(mail.mailsTo('main', DISTRICT.id)).toEqual(['unreachable-unit']);
    expect((await load(mail.s, mail.petitionId)).task?.holder.id).toBe(WARD.id);
  });

  test('with news about such a unit climbs no further: a person takes over', async () => {
    await mail.employ('main');
    await mail.s.contacts.put(contact('main', DISTRICT.id));
    await mail.send(ASSIGNMENT);
    await mail.report(ASSIGNMENT, BOUNCE, 'main');
    await mail.send('000003-0');
    expect(await mail.report('000003-0', BOUNCE, 'main')).toBe('worklist');
    expect((await mail.worklist()).sort()).toEqual([ASSIGNMENT, '000003-0']);
  });

  test.each([BOUNCE, COMPLAINT])(
    'for $reason is not written to again until its entry is corrected',
    async (failure) => {
      await mail.employ('main', 'head');
      await mail.send(ASSIGNMENT);
      await mail.report(ASSIGNMENT, failure, 'main');
      const [main] = await mail.s.contacts.of(WARD.id);
      expect(main).toMatchObject({ role: 'main', bouncedOn: '2025-03-03' });
      const other = await submitPetition(mail.s, aSubmission(), { key: 'khoa-2', fingerprint: 'noi-dung-2' });
      await advancePetition(mail.s, { petitionId: other.petition.id, thread: 'lead', run: 1 }, 'Route');
      expect(await sendNotice(mail.s, { petitionId: other.petition.id, id: ASSIGNMENT })).toBe('sent');
      expect(mail.mailsTo('head')).toEqual(['assignment']);
      expect(mail.mailsTo('main')).toEqual(['assignment']);
    },
  );

  test('for a full mailbox goes to the next contact, without a mark; each contact gets it once', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    expect(await mail.report(ASSIGNMENT, FULL, 'main')).toBe('next-contact');
    await mail.send('000003-0');
    expect(await mail.report('000003-0', FULL, 'alternate')).toBe('superior');
    expect((await mail.s.contacts.of(WARD.id)).map(({ bouncedOn }) => bouncedOn)).toEqual([
      undefined,
      undefined,
    ]);
    expect([mail.mailsTo('main'), mail.mailsTo('alternate')]).toEqual([['assignment'], ['assignment']]);
  });

  test('because the service refused its content is for a person: every address would refuse it', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    expect(await mail.report(ASSIGNMENT, REJECTED, 'main')).toBe('worklist');
    expect((await mail.s.contacts.of(WARD.id))[0]?.bouncedOn).toBeUndefined();
  });

  test('about a task that is over is recorded, and nobody is bothered', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    await decideTask(mail.s, LINK_ID, await aForm(mail.s, { decision: 'resolve' }));
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('none');
    expect(await mail.statusOf(ASSIGNMENT)).toBe('FAILED');
    expect(await mail.worklist()).toEqual([]);
  });

  test('after its address was corrected marks nobody', async () => {
    await mail.employ('main');
    await mail.send(ASSIGNMENT);
    const mailedAt = mail.s.clock.now();
    mail.s.clock.advance({ minutes: 1 });
    await mail.s.contacts.put({
      ...contact('main'),
      email: 'moi@phuong.example',
      addressSince: mail.s.clock.now(),
    });
    await recordMailEvent(mail.s, {
      petitionId: mail.petitionId,
      noticeId: ASSIGNMENT,
      contactId: 'main',
      mailedAt,
      failure: BOUNCE,
    });
    expect((await mail.s.contacts.of(WARD.id))[0]?.bouncedOn).toBeUndefined();
  });
});

describe('a task of an agency whose mailboxes are all dead', () => {
  test('is told to the superior once, and each mail of it to a person', async () => {
    await mail.s.contacts.put({ ...contact('main'), bouncedOn: '2025-03-01' });
    expect(await mail.send(ASSIGNMENT)).toBe('unreached');
    expect((await mail.undelivered()).map(({ reason, followUp }) => [reason, followUp.kind])).toEqual([
      ['no-address', 'superior'],
    ]);
    expect(await mail.worklist()).toEqual([ASSIGNMENT]);
    const again = { ...(await mail.s.notices.load({ petitionId: mail.petitionId, id: ASSIGNMENT }))! };
    await mail.s.notices.settle(again, {
      status: 'PENDING',
      at: mail.s.clock.now(),
      retryAt: mail.s.clock.now(),
    });
    expect(await mail.send(ASSIGNMENT)).toBe('unreached');
    expect(await mail.undelivered()).toHaveLength(1);
  });

  test('that never had any is only for a person: the import has said so', async () => {
    expect(await mail.send(ASSIGNMENT)).toBe('unreached');
    expect(await mail.undelivered()).toEqual([]);
  });
});

describe('a mail to an agency of which nothing is heard', () => {
  const watch = () => watchDeliveries(mail.s, 3_600);

  test('is told once, an hour after it was sent', async () => {
    await mail.employ('main');
    await mail.send(ASSIGNMENT);
    await mail.send(RECEIPT);
    mail.s.clock.advance({ minutes: 59 });
    expect(await watch()).toEqual([]);
    mail.s.clock.advance({ minutes: 1 });
    expect(await watch()).toEqual([{ petitionId: mail.petitionId, id: ASSIGNMENT }]);
    expect(await watch()).toEqual([]);
    expect(await told(mail.s, mail.petitionId)).not.toContain('NoticeUndelivered');
  });

  test('is not told when it was delivered or came back; a report after that still counts', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    await mail.report(ASSIGNMENT, null, 'main');
    mail.s.clock.advance({ hours: 2 });
    expect(await watch()).toEqual([]);
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('next-contact');
    await mail.send('000003-0');
    mail.s.clock.advance({ hours: 2 });
    expect(await watch()).toEqual([{ petitionId: mail.petitionId, id: '000003-0' }]);
    expect(await mail.report('000003-0', null, 'alternate')).toBe('delivered');
  });
});
