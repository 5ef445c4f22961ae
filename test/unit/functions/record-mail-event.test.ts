import { beforeEach, describe, expect, it } from 'vitest';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createHandler as createReconcile } from '../../../functions/reconcile-threads/handler.js';
import { createHandler } from '../../../functions/record-mail-event/handler.js';
import { aContact } from '../../support/builders/link-builder.js';
import { metricNames } from './support/captured-log.js';
import { CONTEXT } from './support/http-event.js';
import { createStage, PERSONAL, WARD, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

let stage: Stage;
const log = useLog();
let petitionId: string;

const employ = (role: 'main' | 'alternate') =>
  stage.fakes.contacts.put(
    aContact({
      ...{ agencyId: WARD, id: role, role, name: 'Lê Văn Bình', position: 'Chủ tịch', verifiedOn: null },
      email: `${role}@phuong.example`,
      addressSince: '2023-01-02T02:00:00.000Z',
    }),
  );

beforeEach(async () => {
  stage = createStage();
  await employ('main');
  await employ('alternate');
  ({ id: petitionId } = await stage.assigned());
  await sendNotice(stage.deps, { petitionId, id: '000002-0' });
});

/** As the rules on the event bus make it. */
const report = (change: object = {}): string =>
  JSON.stringify({
    ...{ report: 'Bounce', petitionId: [petitionId], noticeId: ['000002-0'], contactId: ['main'] },
    ...{ mailedAt: '2023-03-10T02:00:01Z', bounceType: 'Permanent' },
    ...change,
  });
const handle = (...bodies: string[]) =>
  createHandler(stage.deps)(
    { Records: bodies.map((body, i) => ({ messageId: `m${i}`, body, attributes: {} })) },
    CONTEXT,
  );
const undelivered = async () =>
  (await stage.fakes.store.history(petitionId)).filter(({ type }) => type === 'NoticeUndelivered');

describe('record-mail-event', () => {
  it('records a bounce with ids in the log and no address', async () => {
    expect(await handle(report(), report())).toEqual({ batchItemFailures: [] });
    expect(await undelivered()).toHaveLength(1);
    expect(metricNames(log)).toContain('NoticeUndelivered');
    expect(log.text()).toContain(petitionId);
    for (const word of [...PERSONAL, '@phuong.example']) expect(log.text()).not.toContain(word);
  });

  it.each([
    ['Complaint', 'complaint'],
    ['Reject', 'rejected'],
  ])('records a %s', async (kind, reason) => {
    await handle(report({ report: kind, bounceType: undefined }));
    expect(await undelivered()).toMatchObject([{ data: { reason, bounceType: null } }]);
  });

  it('records a delivery', async () => {
    await handle(report({ report: 'Delivery', bounceType: undefined }));
    expect(await undelivered()).toEqual([]);
    expect((await stage.fakes.notices.load({ petitionId, id: '000002-0' }))?.deliveredAt).not.toBeNull();
    expect(metricNames(log)).toContain('NoticeDelivered');
  });

  it('asks again for what comes before the notice is settled, and only for that', async () => {
    const lease = { now: stage.fakes.clock.now(), leaseUntil: stage.fakes.clock.inRealSeconds(90) };
    await stage.fakes.notices.claim({ petitionId, id: '000001-0' }, lease);
    const early = report({ noticeId: ['000001-0'], contactId: ['resident'] });
    expect(await handle(early, report())).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(await undelivered()).toHaveLength(1);
  });

  it('leaves what is reported of mails about denunciations in the log: nothing follows, nothing comes again', async () => {
    const sealed = { noticeId: ['sealed'], petitionId: ['01950000-0000-7000-8000-0000000000ff'] };
    const bodies = [report(sealed), report({ ...sealed, report: 'Delivery', bounceType: undefined })];
    expect(await handle(...bodies)).toEqual({ batchItemFailures: [] });
    expect(await undelivered()).toEqual([]);
    expect(metricNames(log).filter((name) => name === 'NoticeUndelivered')).toHaveLength(1);
    expect(metricNames(log)).not.toContain('MailEventFailed');
  });

  it.each([
    ['not json', 'not json'],
    ['a whole event', '{"detail":{"bounce":{"bouncedRecipients":[{"emailAddress":"a@b.example"}]}}}'],
    ['two notices', { noticeId: ['000001-0', '000002-0'] }],
    ['an unknown kind', { report: 'Open' }],
    ['an unknown petition', { petitionId: ['01950000-0000-7000-8000-0000000000ff'] }],
    ['more than was asked for', { destination: ['a@b.example'] }],
  ])('drops %s, which no retry could mend', async (_what, body) => {
    expect(await handle(typeof body === 'string' ? body : report(body))).toEqual({ batchItemFailures: [] });
    expect(await undelivered()).toEqual([]);
    expect(metricNames(log)).toContain('MailEventFailed');
    expect(log.text()).not.toContain('a@b.example');
  });
});

describe('the watch on deliveries', () => {
  const reconcile = () => createReconcile(stage.deps)({}, CONTEXT);

  it('names what nothing was heard of, once', async () => {
    await reconcile();
    expect(metricNames(log)).not.toContain('NoticeUnconfirmed');
    stage.fakes.clock.advance({ minutes: 60 });
    await reconcile();
    await reconcile();
    expect(metricNames(log).filter((name) => name === 'NoticeUnconfirmed')).toHaveLength(1);
    expect(log.text()).toContain('000002-0');
  });

  it('that fails stops no petition', async () => {
    stage.fakes.notices.unconfirmed = () => Promise.reject(new Error('busy'));
    expect(await reconcile()).toMatchObject({ failed: 0 });
    expect(metricNames(log)).toContain('ReconcilerFailed');
  });
});
