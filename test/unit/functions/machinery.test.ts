import { beforeEach, describe, expect, it } from 'vitest';
import { parseStreamRecord } from '../../../adapters/dynamodb/stream-records.js';
import { NotFoundError, TransientError } from '../../../core/errors.js';
import { noticeMessage } from '../../../adapters/sqs/notice-message.js';
import { createHandler as createReconcile } from '../../../functions/reconcile-threads/handler.js';
import { createHandler as createRelay } from '../../../functions/relay-changes/handler.js';
import { createHandler as createSendNotice } from '../../../functions/send-notice/handler.js';
import { retryOrDrop } from '../../../functions/send-notice/retry-or-drop.js';
import { metricNames } from './support/captured-log.js';
import { CONTEXT } from './support/http-event.js';
import { BODY, createStage, PERSONAL, WARD, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

let stage: Stage;
const log = useLog();
beforeEach(() => {
  stage = createStage();
});

describe('relay-changes', () => {
  const relay = (Records: unknown[] = stage.fakes.database.records) =>
    createRelay({ ...stage.deps, parseRecord: parseStreamRecord })({ Records }, CONTEXT);

  it('starts the execution of a new petition and queues its receipt, once each', async () => {
    await stage.post(BODY);
    expect(await relay()).toEqual({ batchItemFailures: [] });
    await relay();
    expect(stage.fakes.executions.started).toHaveLength(1);
    expect(stage.fakes.queue.refs).toHaveLength(2);
    for (const word of PERSONAL) expect(log.text()).not.toContain(word);
  });

  it('stops at the first record that fails and asks for it and all after it', async () => {
    await stage.post(BODY);
    await stage.post(BODY);
    const failing = stage.fakes.executions;
    const start = failing.start.bind(failing);
    let calls = 0;
    failing.start = (run) => (++calls === 2 ? Promise.reject(new TransientError('busy')) : start(run));
    const records = stage.fakes.database.records;
    const { batchItemFailures } = await relay();
    const firsts = records.filter(({ dynamodb }) => String(dynamodb.Keys['pk']?.S).startsWith('HIST#'));
    expect(batchItemFailures).toEqual([{ itemIdentifier: firsts[1]?.dynamodb.SequenceNumber }]);
    expect(metricNames(log)).toContain('RelayFailed');
  });

  it('raises an alarm when somebody touches a history', async () => {
    await stage.post(BODY);
    const touched = stage.fakes.database.records
      .filter(({ dynamodb }) => String(dynamodb.Keys['pk']?.S).startsWith('HIST#'))
      .map((record) => ({ ...record, eventName: 'MODIFY' }));
    expect(await relay(touched)).toEqual({ batchItemFailures: [] });
    expect(metricNames(log)).toContain('HistoryTampered');
    expect(stage.fakes.executions.started).toEqual([]);
  });
});

describe('reconcile-threads', () => {
  const reconcile = (event: unknown = {}) => createReconcile(stage.deps)(event, CONTEXT);
  const failed = (name: string, status = 'FAILED') => ({
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    detail: { name, status, stateMachineArn: 'arn:aws:states:x:0:stateMachine:petitions' },
  });

  it('starts what the stream has lost, after its grace', async () => {
    await stage.post(BODY);
    expect(await reconcile()).toMatchObject({ replaced: 0, queued: 1 });
    stage.fakes.clock.advance({ seconds: 121 });
    expect(await reconcile()).toMatchObject({ replaced: 1 });
    expect(stage.fakes.executions.started.at(-1)).toMatch(/-lead-2$/);
    expect(metricNames(log)).toEqual(
      expect.arrayContaining(['ReconcilerReplaced', 'ReconcilerQueued', 'CalendarDaysLeft']),
    );
  });

  it('replaces the run of an execution that failed at once, but never a newer one', async () => {
    const { id } = await stage.assigned();
    expect(await reconcile(failed(`${id}-lead-1`))).toMatchObject({ replaced: 1 });
    expect(await reconcile(failed(`${id}-lead-1`))).toMatchObject({ replaced: 0, woken: 0 });
    expect(stage.fakes.executions.started).toEqual([`${id}-lead-2`]);
  });

  it.each(['another-machine', 'x-lead-1', ''])('leaves executions named %j alone', async (name) => {
    await stage.post(BODY);
    await reconcile(failed(name));
    expect(stage.fakes.executions.started).toEqual([]);
  });
});

describe('send-notice', () => {
  const send = (...bodies: string[]) =>
    createSendNotice(stage.deps)(
      { Records: bodies.map((body, i) => ({ messageId: `m${i}`, body, attributes: {} })) },
      CONTEXT,
    );
  const due = async () =>
    (await stage.fakes.notices.due('p:79@0', stage.fakes.clock.now(), { limit: 10 })).map(noticeMessage);

  it('mails the receipt to the resident and the link to the official, without a word of either in the log', async () => {
    const { id } = await stage.assigned();
    expect(await send(...(await due()))).toEqual({ batchItemFailures: [] });
    expect(stage.fakes.mailer.sent.map(({ to }) => to).sort()).toEqual([
      'binh@phuong.example',
      BODY.submitter.email,
    ]);
    expect(stage.fakes.mailer.to('binh@phuong.example')[0]?.text).toMatch(/\/t\/[A-Za-z0-9_-]{22}/);
    expect(log.text()).toContain(id);
    for (const word of [...PERSONAL, 'binh@', '/t/']) expect(log.text()).not.toContain(word);
    expect(metricNames(log)).toContain('NoticeSent');
  });

  it('asks again only for the message whose end is unknown', async () => {
    await stage.post(BODY);
    await stage.post(BODY);
    stage.fakes.mailer.failNext('no-connection');
    expect(await send(...(await due()))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(stage.fakes.mailer.sent).toHaveLength(1);
  });

  it('leaves a refused mail to the reconciler', async () => {
    await stage.post(BODY);
    stage.fakes.mailer.failNext('refused');
    expect(await send(...(await due()))).toEqual({ batchItemFailures: [] });
    expect(metricNames(log)).toContain('NoticeRefused');
  });

  it('tells of an agency that no mail reaches; its notice is for a person', async () => {
    await stage.assigned({ ...BODY, submitter: { kind: 'person', name: 'Trần Thị Mai' } });
    await stage.fakes.contacts.remove(WARD, 'chinh');
    expect(await send(...(await due()))).toEqual({ batchItemFailures: [] });
    expect(metricNames(log)).toContain('AgencyUnreached');
    const { items } = await stage.fakes.notices.worklist('p:79@0', { limit: 10 });
    expect(items.map(({ kind }) => kind).toSorted()).toEqual(['assignment', 'informed']);
  });

  it.each([
    'not json',
    '{}',
    '{"petitionId":"x","id":"y"}',
    '{"petitionId":"01950000-0000-7000-8000-0000000000ff","id":"000001-0"}',
  ])('drops %s, which no retry could mend', async (body) => {
    expect(await send(body)).toEqual({ batchItemFailures: [] });
    expect(metricNames(log)).toContain('NoticeFailed');
  });

  it('retries everything else', () => {
    expect([new TransientError('x'), new Error('x'), 'x'].map(retryOrDrop)).toEqual([
      'retry',
      'retry',
      'retry',
    ]);
    expect(retryOrDrop(new NotFoundError())).toBe('drop');
  });
});
