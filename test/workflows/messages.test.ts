import { describe, expect, test } from 'vitest';
import { messageIdOf } from '../../core/messages/message-id.js';
import { recordMailEvent } from '../../core/use-cases/record-mail-event.js';
import { recordMessageReceipt, type MessageReceipt } from '../../core/use-cases/record-message-receipt.js';
import { messageComposer } from '../../web/mails/resident-messages.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { PROVINCE } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { FakeMessenger } from '../support/fakes/fake-messenger.js';

const NUMBER = '0901 234 567';
const ANSWER = '000003-0';

const byTelephone = async (phone: string | null = NUMBER, email: string | null = null) => {
  const messenger = new FakeMessenger();
  const world = new World({ gateway: { messenger, composer: messageComposer({ accents: true }) } });
  const id = await world.submit({ email, phone });
  await world.scheduler.runFor({ hours: 1 });
  const resolve = async () => {
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
  };
  const receipt = (status: MessageReceipt['status'], noticeId = ANSWER) =>
    recordMessageReceipt(
      { ...world.fakes, registers: world.registers },
      { messageId: messageIdOf({ petitionId: id, id: noticeId }), status, channel: 'sms' },
    ).finally(() => {
      world.machinery.pump();
    });
  const worklist = async () =>
    (await world.fakes.notices.worklist(PROVINCE, { limit: 10 })).items.map((item) => item.id);
  return { world, id, messenger, resolve, receipt, worklist };
};

describe('a resident who left a telephone and no mailbox', () => {
  test('gets the same notices by message: code and public page, nothing of the matter, no secret', async () => {
    const { world, id, messenger, resolve, worklist } = await byTelephone();
    await resolve();
    const { code } = await world.petition(id);
    expect(messenger.sent.map(({ to }) => to)).toEqual(['+84901234567', '+84901234567']);
    for (const { text } of messenger.sent) {
      expect(text.replaceAll('-', '')).toContain(code);
      expect(text).not.toMatch(/~|rác|Trần|Thử/i);
    }
    expect(new Set(messenger.sent.map(({ messageId }) => messageId)).size).toBe(2);
    expect(await worklist()).toEqual([]);
    await expectInvariants(world, id);
  });

  test('has time to object only from when the answer was delivered', async () => {
    const { world, id, resolve, receipt } = await byTelephone();
    await resolve();
    expect(await world.petition(id)).toMatchObject({
      status: 'RESOLVED',
      delivered: null,
      feedbackUntil: null,
    });
    expect(await receipt('delivered')).toBe('delivered');
    const { delivered, feedbackUntil } = await world.petition(id);
    expect(delivered).toEqual({ at: world.now, by: 'sms' });
    expect((feedbackUntil?.at ?? '') > world.now).toBe(true);
    expect(await receipt('delivered')).toBe('nothing-to-do');
    expect(await receipt('failed')).toBe('nothing-to-do');
    expect((await world.told(id)).filter((type) => type === 'AnswerDelivered')).toHaveLength(1);
    await world.scheduler.runUntil(feedbackUntil?.at ?? '');
    await world.scheduler.runFor({ days: 1 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });

  test.each(['failed', 'expired'] as const)(
    '%s: the desk takes over, and the history says why',
    async (status) => {
      const { world, id, resolve, receipt, worklist } = await byTelephone();
      await resolve();
      expect(await receipt(status)).toBe('worklist');
      expect(await receipt(status)).toBe('worklist');
      expect(await worklist()).toEqual([ANSWER]);
      const told = (await world.history(id)).filter((event) => event.type === 'NoticeUndelivered');
      expect(told.map(({ data }) => data)).toMatchObject([
        { reason: status, channel: 'sms', to: { kind: 'resident' }, followUp: { kind: 'worklist' } },
      ]);
      await world.scheduler.runFor({ days: 40 });
      expect(await world.petition(id)).toMatchObject({ status: 'RESOLVED', delivered: null });
      await expectInvariants(world, id);
    },
  );

  test('a failure told before the delivery does not count against it', async () => {
    const { world, id, resolve, receipt, worklist } = await byTelephone();
    await resolve();
    await receipt('failed');
    expect(await receipt('delivered')).toBe('delivered');
    expect(await worklist()).toEqual([]);
    expect((await world.petition(id)).delivered?.by).toBe('sms');
    await expectInvariants(world, id);
  });

  test('nothing heard for an hour: the desk takes over, until a late receipt spares it the call', async () => {
    const { world, id, resolve, receipt, worklist } = await byTelephone();
    await resolve();
    expect(await worklist()).toEqual([]);
    await world.scheduler.runFor({ hours: 2 });
    expect(await worklist()).toEqual([ANSWER]);
    expect((await world.petition(id)).delivered).toBeNull();
    expect(await receipt('delivered')).toBe('delivered');
    expect(await worklist()).toEqual([]);
    await expectInvariants(world, id);
  });

  test('what a clerk has done by hand stays done, whatever the gateway says later', async () => {
    const { world, id, resolve, receipt } = await byTelephone();
    await resolve();
    await receipt('failed');
    const notice = await world.fakes.notices.load({ petitionId: id, id: ANSWER });
    await world.fakes.notices.settle(notice!, { status: 'DONE_BY_HAND', at: world.now });
    expect(await receipt('delivered')).toBe('nothing-to-do');
    expect(await receipt('failed')).toBe('nothing-to-do');
  });

  test('refused by the gateway for good: the desk, at once', async () => {
    const { messenger, resolve, worklist } = await byTelephone();
    messenger.failNext('refused-for-good');
    await resolve();
    expect(await worklist()).toEqual([ANSWER]);
  });

  test('a gateway that is away gets it later; one that may have taken it, at most twice', async () => {
    const away = await byTelephone();
    away.messenger.failNext('refused', 'not-ready', 'refused');
    await away.resolve();
    await away.world.scheduler.runFor({ hours: 1 });
    expect(away.messenger.sent).toHaveLength(2);
    expect(await away.worklist()).toEqual([]);

    const deaf = await byTelephone();
    deaf.messenger.failNext('lost-answer', 'lost-answer');
    await deaf.resolve();
    await deaf.world.scheduler.runFor({ hours: 1 });
    expect(deaf.messenger.sent).toHaveLength(2);
    expect(await deaf.worklist()).toEqual([ANSWER]);
    expect(await deaf.receipt('delivered')).toBe('delivered');
    expect(await deaf.worklist()).toEqual([]);
  });

  test.each([
    ['a landline', '028 3822 1234'],
    ['no number', null],
  ])('with %s is phoned or written to, as before', async (_, phone) => {
    const { messenger, resolve, worklist } = await byTelephone(phone);
    await resolve();
    expect(messenger.sent).toEqual([]);
    expect(await worklist()).toEqual([ANSWER]);
  });

  describe('and a mailbox that sends the answer back', () => {
    const BOUNCE = { reason: 'bounce', bounceType: 'Permanent' } as const;
    const cameBack = async (phone: string | null = NUMBER) => {
      const scene = await byTelephone(phone, 'mai@khong-co.example');
      await scene.resolve();
      const { world, id } = scene;
      const mail = { petitionId: id, noticeId: ANSWER, contactId: null, mailedAt: world.now };
      const report = (failure: typeof BOUNCE | null = BOUNCE) =>
        recordMailEvent(
          { ...world.fakes, registers: world.registers, hasGateway: true },
          { ...mail, failure },
        ).finally(() => {
          world.machinery.pump();
        });
      expect((await world.petition(id)).delivered?.by).toBe('email');
      expect(scene.messenger.sent).toEqual([]);
      expect(await report()).toBe('message');
      await world.scheduler.runFor({ minutes: 5 });
      return { ...scene, report };
    };

    test('gets it by message; the time to object runs from when the gateway says that it arrived', async () => {
      const { world, id, messenger, receipt, worklist, report } = await cameBack();
      expect(messenger.sent).toHaveLength(1);
      expect(await world.petition(id)).toMatchObject({ delivered: null, feedbackUntil: null });
      // The mail service says the same again, and says the contrary: nothing more is sent.
      expect(await report()).toBe('message');
      expect(await report(null)).toBe('nothing-to-do');
      await world.scheduler.runFor({ minutes: 5 });
      expect(messenger.sent).toHaveLength(1);
      expect(await receipt('delivered')).toBe('delivered');
      expect((await world.petition(id)).delivered?.by).toBe('sms');
      expect(await worklist()).toEqual([]);
      await expectInvariants(world, id);
    });

    test('and whose telephone cannot be reached either is for the desk, with both on record', async () => {
      const { world, id, receipt, worklist } = await cameBack();
      expect(await receipt('failed')).toBe('worklist');
      expect(await worklist()).toEqual([ANSWER]);
      const told = (await world.history(id)).filter((event) => event.type === 'NoticeUndelivered');
      expect(told.map(({ data }) => [data.reason, data.followUp.kind])).toEqual([
        ['bounce', 'message'],
        ['failed', 'worklist'],
      ]);
      await expectInvariants(world, id);
    });

    test('without a number is for the desk', async () => {
      const { messenger, worklist } = await cameBack(null);
      expect(messenger.sent).toEqual([]);
      expect(await worklist()).toEqual([ANSWER]);
    });
  });

  test('receipts for nobody, for other notices and for mails change nothing', async () => {
    const { world, id, resolve, receipt } = await byTelephone();
    await resolve();
    const before = world.fakes.database.all('Petitions');
    expect(await receipt('delivered', '000099-0')).toBe('unknown');
    expect(await receipt('failed', '000002-0')).toBe('unknown');
    const deps = { ...world.fakes, registers: world.registers };
    const stray = { messageId: 'ma-la', status: 'delivered', channel: 'sms' } as const;
    expect(await recordMessageReceipt(deps, stray)).toBe('unknown');
    expect(world.fakes.database.all('Petitions')).toEqual(before);

    const mailed = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    const messageId = messageIdOf({ petitionId: mailed, id: '000001-0' });
    expect(await recordMessageReceipt(deps, { ...stray, messageId })).toBe('nothing-to-do');
    expect(await world.told(id)).not.toContain('NoticeUndelivered');
  });
});
