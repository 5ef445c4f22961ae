import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createHandler as createWorklist } from '../../../functions/list-notices/handler.js';
import { createHandler as createDelivery } from '../../../functions/record-delivery/handler.js';
import { captureLog, metricNames, type CapturedLog } from './support/captured-log.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, LINK, WARD, type Stage } from './support/stage.js';

const WITHOUT_MAIL = { ...BODY, submitter: { kind: 'person', name: 'Trần Thị Mai', phone: '0900 000 001' } };

interface Item {
  petitionId: string;
  id: string;
  kind: string;
  to: Record<string, unknown>;
  said: string | null;
}

describe("the reception desk's worklist", () => {
  let stage: Stage;
  let log: CapturedLog;
  let petition: Petition;

  const sendDue = async (): Promise<void> => {
    for (const ref of await stage.fakes.notices.due('p:79@0', stage.fakes.clock.now(), { limit: 100 }))
      await sendNotice(stage.deps, ref);
  };

  /** A resolved petition whose resident has no e-mail, as the agency had none at first; all notices were tried. */
  beforeEach(async () => {
    log = captureLog();
    stage = createStage();
    petition = await stage.assigned(WITHOUT_MAIL);
    const [contact] = await stage.fakes.contacts.of(WARD);
    await stage.fakes.contacts.remove(WARD, contact!.id);
    await sendDue();
    await stage.fakes.contacts.put(contact!);
    const path = { link: LINK };
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path }));
    const body = new URLSearchParams({
      nonce: /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '',
      ...{ decision: 'resolve', text: 'Đã lắp biển.', noEvidenceReason: 'Chưa có ảnh.' },
      ...{ actorName: 'A', actorPosition: 'B' },
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await call(stage.decide, httpEvent('POST /t/{link}', { path, headers, body }));
    await sendDue();
    log.release();
    log = captureLog();
  });
  afterEach(() => {
    log.release();
  });

  const worklist = (query: Record<string, string> = { province: 'p:79@0' }, claims = staff('operator')) =>
    call(createWorklist(stage.deps), httpEvent('GET /api/operator/notices', { query, claims }));
  const items = async () => (await worklist()).json['items'] as Item[];
  const deliver = (path: { petitionId: string; id: string }, body: unknown, claims = staff('operator')) =>
    call(
      createDelivery(stage.deps),
      httpEvent('POST /api/operator/notices/{petitionId}/{id}/delivery', {
        path,
        headers: jsonHeaders(),
        body: JSON.stringify(body),
        claims,
      }),
    );

  it('shows whom to phone, and what the answer says', async () => {
    const decision = (await items()).find(({ kind }) => kind === 'decision');
    expect(decision).toMatchObject({
      petitionId: petition.id,
      to: { kind: 'resident', name: 'Trần Thị Mai', phone: '0900 000 001', email: null },
      said: 'Đã lắp biển.',
    });
  });

  it('shows agencies that have no contact by their name', async () => {
    const assignment = (await items()).find(({ kind }) => kind === 'assignment');
    expect(assignment?.to).toMatchObject({ kind: 'agency', name: 'UBND Phường Thới An' });
    expect(assignment?.said).toBeNull();
  });

  it('records who looked at whose data, without the data', async () => {
    await worklist();
    expect(log.text()).toContain(petition.id);
    expect(log.text()).toContain('user-1');
    for (const word of ['Trần Thị Mai', '0900', 'Đã lắp']) expect(log.text()).not.toContain(word);
  });

  it('opens the time for feedback when a clerk has reached the resident, once', async () => {
    const notice = (await items()).find(({ kind }) => kind === 'decision')!;
    const first = await deliver(notice, { by: 'phone' });
    expect(first).toMatchObject({ status: 200, json: { status: 'DONE_BY_HAND' } });
    expect(first.json['feedbackUntil']).toBe((await stage.load(petition.code)).feedbackUntil?.at);
    const second = await deliver(notice, { by: 'post' });
    expect(second.json).toEqual(first.json);
    const last = (await stage.fakes.store.history(petition.id)).at(-1);
    expect(last).toMatchObject({
      type: 'AnswerDelivered',
      actor: { kind: 'operator', userId: 'user-1' },
      data: { by: 'phone' },
    });
    expect((await items()).map(({ kind }) => kind)).not.toContain('decision');
    expect(metricNames(log).filter((name) => name === 'DeliveryRecorded')).toHaveLength(1);
  });

  it('takes other notices off the list without an event', async () => {
    const notice = (await items()).find(({ kind }) => kind === 'assignment')!;
    const { head } = await stage.load(petition.code);
    expect((await deliver(notice, { by: 'desk' })).json).toMatchObject({ feedbackUntil: null });
    expect((await stage.load(petition.code)).head).toEqual(head);
  });

  it('does not take over a notice that is still being mailed', async () => {
    const sealed = { petitionId: petition.id, id: '000009-0' };
    stage.fakes.database.write({
      table: 'Petitions',
      key: { pk: `PET#${petition.id}`, sk: 'NOTICE#000009-0' },
      apply: () => ({
        ...stage.fakes.database
          .query('Petitions', `PET#${petition.id}`)
          .find(({ sk }) => sk.startsWith('NOTICE#'))!,
        ...{ sk: 'NOTICE#000009-0', id: '000009-0', status: 'PENDING' },
      }),
    });
    expect((await deliver(sealed, { by: 'phone' })).status).toBe(409);
  });

  it.each([
    ['another way', { by: 'pigeon' }, 422],
    ['nothing', {}, 422],
    ['more than that', { by: 'phone', note: 'x' }, 422],
  ])('refuses %s', async (_, body, expected) => {
    const notice = (await items())[0]!;
    expect((await deliver(notice, body)).status).toBe(expected);
  });

  it('finds no notice that is not there', async () => {
    const { id } = petition;
    for (const path of [
      { petitionId: id, id: '000099-0' },
      { petitionId: id, id: 'x' },
      { petitionId: 'x', id: '000001-0' },
    ])
      expect((await deliver(path, { by: 'phone' })).status).toBe(404);
  });

  it('is for operators, and asks for the province', async () => {
    expect((await worklist({ province: 'p:79@0' }, staff('auditor'))).status).toBe(403);
    expect((await worklist({})).status).toBe(422);
    expect(
      (await deliver({ petitionId: petition.id, id: '000001-0' }, { by: 'phone' }, staff('auditor'))).status,
    ).toBe(403);
  });
});
