import { beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, TransientError } from '../../../core/errors.js';
import { localDayOf } from '../../../core/time.js';
import { confirmDelivery } from '../../../core/use-cases/confirm-delivery.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { hearResident } from '../../../core/use-cases/hear-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
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
import { noticeId } from '../../../core/petition/notices.js';
import { aForm, LINK_ID, load, RESIDENT_EMAIL, told } from './scene.js';

const DECISION = '000003-0';

let mail: MailScene;
beforeEach(async () => {
  mail = await createMailScene();
});

describe('an answer that comes back', () => {
  const answer = async () => {
    await mail.employ('main');
    await decideTask(mail.s, LINK_ID, await aForm(mail.s, { decision: 'resolve' }));
    expect(await mail.send(DECISION)).toBe('sent');
    expect((await load(mail.s, mail.petitionId)).delivered?.by).toBe('email');
  };
  const CLERK = { kind: 'operator', userId: 'can-bo-1' } as const;

  test.each([BOUNCE, FULL, COMPLAINT, REJECTED])(
    'for $reason $bounceType was not delivered: a person brings it, and only then the time to object runs',
    async (failure) => {
      await answer();
      expect(await mail.report(DECISION, failure)).toBe('worklist');
      expect(await load(mail.s, mail.petitionId)).toMatchObject({
        delivered: null,
        feedbackUntil: null,
        status: 'RESOLVED',
      });
      expect(await mail.worklist()).toEqual([DECISION]);
      mail.s.clock.advance({ days: 10 });
      const { petition } = await confirmDelivery(mail.s, mail.petitionId, {
        by: 'phone',
        actor: CLERK,
        answerSeq: 3,
      });
      expect(petition.delivered?.by).toBe('phone');
      expect((petition.feedbackUntil?.at ?? '') > mail.s.clock.now()).toBe(true);
    },
  );

  test('after the resident has answered it is nothing to bring: it was read', async () => {
    await answer();
    const { code } = await load(mail.s, mail.petitionId);
    const word = { kind: 'feedback', satisfied: true, rating: 5, text: null } as const;
    const secret = await receiptSecret(mail.s.keyed, mail.petitionId);
    await hearResident(mail.s, { code, secret, word, key: null });
    expect(await mail.report(DECISION, BOUNCE)).toBe('none');
    expect(await mail.worklist()).toEqual([]);
  });

  test('which a person has brought meanwhile stays delivered', async () => {
    await answer();
    await mail.report(DECISION, BOUNCE);
    await confirmDelivery(mail.s, mail.petitionId, { by: 'desk', actor: CLERK, answerSeq: 3 });
    const notice = (await mail.s.notices.load({ petitionId: mail.petitionId, id: DECISION }))!;
    await mail.s.notices.settle(notice, { status: 'DONE_BY_HAND', at: mail.s.clock.now() });
    expect(await mail.report(DECISION, BOUNCE)).toBe('nothing-to-do');
    expect((await load(mail.s, mail.petitionId)).delivered?.by).toBe('desk');
    expect(await mail.statusOf(DECISION)).toBe('DONE_BY_HAND');
  });

  test('a receipt that comes back is recorded; nobody has to phone', async () => {
    await mail.send(RECEIPT);
    expect(await mail.report(RECEIPT, BOUNCE)).toBe('none');
    expect(await told(mail.s, mail.petitionId)).toContain('NoticeUndelivered');
    expect(await mail.worklist()).toEqual([]);
    expect(mail.s.mailer.to(RESIDENT_EMAIL)).toHaveLength(1);
  });
});

describe('reports', () => {
  test('that come twice, or both at once, have one consequence', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    const both = [mail.report(ASSIGNMENT, BOUNCE, 'main'), mail.report(ASSIGNMENT, BOUNCE, 'main')];
    await Promise.allSettled(both);
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('next-contact');
    expect(await mail.undelivered()).toHaveLength(1);
    expect(await mail.statusOf(ASSIGNMENT)).toBe('FAILED');
    await mail.send('000003-0');
    expect(mail.mailsTo('alternate')).toEqual(['assignment']);
  });

  test.each([
    ['before', [null, BOUNCE]],
    ['after', [BOUNCE, null]],
    ['before and after', [null, BOUNCE, null, BOUNCE]],
  ] as const)('of a delivery %s a bounce change nothing of it', async (_when, failures) => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    for (const failure of failures) await mail.report(ASSIGNMENT, failure, 'main');
    expect((await mail.undelivered()).map(({ followUp }) => followUp.kind)).toEqual(['next-contact']);
    expect(await mail.statusOf(ASSIGNMENT)).toBe('FAILED');
  });

  test('of a passing fault after a delivery are automatic replies', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    expect(await mail.report(ASSIGNMENT, null, 'main')).toBe('delivered');
    expect(await mail.report(ASSIGNMENT, FULL, 'main')).toBe('nothing-to-do');
    expect(await mail.undelivered()).toEqual([]);
  });

  test('that come before the sending is recorded have to come again', async () => {
    await mail.employ('main');
    const lease = { now: mail.s.clock.now(), leaseUntil: mail.s.clock.inRealSeconds(90) };
    await mail.s.notices.claim({ petitionId: mail.petitionId, id: ASSIGNMENT }, lease);
    for (const failure of [null, BOUNCE])
      await expect(mail.report(ASSIGNMENT, failure, 'main')).rejects.toThrow(TransientError);
    expect(await mail.undelivered()).toEqual([]);
  });

  test('whose recording died in between are finished by the next one', async () => {
    await mail.employ('main', 'alternate');
    await mail.send(ASSIGNMENT);
    const settle = mail.s.notices.settle.bind(mail.s.notices);
    mail.s.notices.settle = () => Promise.reject(new TransientError('busy'));
    await expect(mail.report(ASSIGNMENT, BOUNCE, 'main')).rejects.toThrow(TransientError);
    mail.s.notices.settle = settle;
    // The choice made first stands, whatever has become of the contacts.
    await mail.s.contacts.remove(WARD.id, 'alternate');
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('next-contact');
    expect(await mail.undelivered()).toHaveLength(1);
    expect(await mail.statusOf(ASSIGNMENT)).toBe('FAILED');
  });

  test('of a mail whose sender never knew that it left spare the second attempt', async () => {
    await mail.employ('main', 'alternate');
    mail.s.mailer.failNext('lost-answer');
    await expect(mail.send(ASSIGNMENT)).rejects.toThrow(TransientError);
    mail.s.clock.advance({ seconds: 90 });
    mail.s.mailer.failNext('refused');
    expect(await mail.send(ASSIGNMENT)).toBe('retry');
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('next-contact');
    mail.s.clock.advance({ hours: 1 });
    expect(await mail.send(ASSIGNMENT)).toBe('nothing-to-do');
    expect(mail.mailsTo('main')).toEqual(['assignment']);
  });

  test('that nobody at the superior can be reached are for a person, though the unit was given up before', async () => {
    const { s } = mail;
    await mail.employ('main');
    await mail.send(ASSIGNMENT);
    expect(await mail.report(ASSIGNMENT, BOUNCE, 'main')).toBe('superior');
    await s.contacts.put({ ...contact('main', DISTRICT.id), bouncedOn: localDayOf(s.clock.now()) });
    await decideTask(s, LINK_ID, await aForm(s, { decision: 'request-extension', until: '2025-03-28' }));
    const request = noticeId((await load(s, mail.petitionId)).head.seq, 0);
    await mail.send(request);
    expect((await mail.undelivered()).at(-1)).toMatchObject({
      to: { agencyId: DISTRICT.id },
      followUp: { kind: 'worklist' },
    });
    expect(await mail.worklist()).toContain(request);
  });

  test('of unknown notices are not found', async () => {
    await expect(mail.report('000009-0', BOUNCE)).rejects.toThrow(NotFoundError);
  });
});
