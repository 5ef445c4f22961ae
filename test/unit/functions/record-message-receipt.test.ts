import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageIdOf } from '../../../core/messages/message-id.js';
import { signWebhook } from '../../../core/messages/webhook-signature.js';
import type { Petition } from '../../../core/petition/petition.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createHandler } from '../../../functions/record-message-receipt/handler.js';
import { messageComposer } from '../../../web/mails/resident-messages.js';
import { FakeMessenger } from '../../support/fakes/fake-messenger.js';
import { captureLog, metricNames, type CapturedLog } from './support/captured-log.js';
import { call, httpEvent, type Answer } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, PERSONAL, type Stage } from './support/stage.js';

const KEY = new Uint8Array(32).fill(9);
/** Real time: signatures do not know the legal one. */
const NOW_MS = Date.parse('2026-11-23T03:00:00.000Z');
const ROUTE = 'POST /api/gateway/receipts';
const RECEIPT = '000001-0';

describe('receipts of the gateway', () => {
  let stage: Stage;
  let log: CapturedLog;
  let petition: Petition;
  let handler: ReturnType<typeof createHandler>;

  beforeEach(async () => {
    stage = createStage();
    const messenger = new FakeMessenger();
    const gateway = { messenger, composer: messageComposer({ accents: true }) };
    const submitter = { kind: 'person', name: 'Trần Thị Mai', phone: '0900 000 001' };
    petition = await stage.load((await stage.post({ ...BODY, submitter })).json['code']);
    await sendNotice({ ...stage.deps, gateway }, { petitionId: petition.id, id: RECEIPT });
    const gatewayKey = { get: () => Promise.resolve(KEY) };
    handler = createHandler({ ...stage.deps, gatewayKey, nowMs: () => NOW_MS });
    log = captureLog();
  });
  afterEach(() => {
    log.release();
  });

  const said = (overrides: object = {}) => ({
    ...{
      messageId: messageIdOf({ petitionId: petition.id, id: RECEIPT }),
      status: 'delivered',
      channel: 'sms',
    },
    ...overrides,
  });
  const tell = (
    body: object,
    { atMs = NOW_MS, key = KEY, sent = JSON.stringify(body) } = {},
  ): Promise<Answer> => {
    const signed = signWebhook(key, { id: 'receipt-1', atMs, body: JSON.stringify(body) });
    return call(handler, httpEvent(ROUTE, { headers: jsonHeaders({ ...signed }), body: sent }));
  };
  const notice = () => stage.fakes.notices.load({ petitionId: petition.id, id: RECEIPT });

  it('are taken from whoever signs with the shared secret, once', async () => {
    expect(await tell(said())).toMatchObject({ status: 202, json: { status: 'taken' } });
    expect(await notice()).toMatchObject({
      status: 'SENT',
      via: 'sms',
      deliveredAt: stage.fakes.clock.now(),
    });
    const first = stage.fakes.database.all('Petitions');
    expect((await tell(said())).status).toBe(202);
    expect(stage.fakes.database.all('Petitions')).toEqual(first);
    expect(metricNames(log)).toEqual(['NoticeDelivered']);
    for (const word of PERSONAL) expect(log.text()).not.toContain(word);
  });

  it.each([
    ['another secret', { key: new Uint8Array(32).fill(8) }],
    ['a time long ago', { atMs: NOW_MS - 301_000 }],
    ['a time to come', { atMs: NOW_MS + 301_000 }],
    ['a body that was changed', { sent: '{}' }],
  ])('with %s are refused without effect', async (_, how) => {
    const before = stage.fakes.database.all('Petitions');
    expect((await tell(said(), how)).status).toBe(401);
    expect(stage.fakes.database.all('Petitions')).toEqual(before);
    expect(metricNames(log)).toEqual(['MessageReceiptRefused']);
  });

  it('without a signature are refused', async () => {
    const event = httpEvent(ROUTE, { headers: jsonHeaders(), body: JSON.stringify(said()) });
    expect((await call(handler, event)).status).toBe(401);
  });

  it.each([
    [
      'an unknown notice',
      () => said({ messageId: messageIdOf({ petitionId: petition.id, id: '000077-0' }) }),
    ],
    ['an id that is none of ours', () => said({ messageId: 'gọi 0911 222 333' })],
  ])('of %s are taken without effect, and not repeated in the log', async (_, body) => {
    const before = stage.fakes.database.all('Petitions');
    expect((await tell(body())).status).toBe(202);
    expect(stage.fakes.database.all('Petitions')).toEqual(before);
    expect(log.text()).not.toContain('0911');
  });

  it.each([{ status: 'read' }, { channel: 'fax' }, { more: 1 }, { messageId: '' }])(
    'that say something else are refused: %j',
    async (change) => {
      expect((await tell(said(change))).status).toBe(422);
    },
  );

  it('of a message that is still being sent come again', async () => {
    const held = await notice();
    stage.fakes.database.write({
      ...{ table: 'Petitions', key: { pk: `PET#${petition.id}`, sk: `NOTICE#${RECEIPT}` } },
      apply: (item) =>
        item && { ...item, status: 'SENDING', leaseUntil: stage.fakes.clock.inRealSeconds(90) },
    });
    expect(held?.status).toBe('SENT');
    expect((await tell(said())).status).toBe(503);
  });

  it('do not exist on a stage without a gateway', async () => {
    handler = createHandler({ ...stage.deps, gatewayKey: null, nowMs: () => NOW_MS });
    expect((await tell(said())).status).toBe(404);
  });
});
