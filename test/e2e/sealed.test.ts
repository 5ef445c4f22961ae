import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../local/client/wait-for.js';
import { takeDenunciations } from '../../local/demo/take-denunciations.js';
import { useSystem } from '../support/system.js';

/** Monday morning, Việt Nam. */
const under = useSystem('2026-11-02T02:00:00.000Z');
const WARD = 'ubnd-xa/w:26773@2025-07';
const PERSONAL = ['Trần Thị Mai', 'Hoa Mai', 'Nguyễn Văn A', 'Nhận tiền'];
const BODY = {
  unit: 'w:26773@2025-07',
  accused: { agency: WARD },
  person: 'Ông Nguyễn Văn A, công chức địa chính',
  description: 'Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng trái quy định.',
  denouncer: { name: 'Trần Thị Mai', address: 'Số 12 Đường Hoa Mai', phone: '0900 000 001' },
  consent: true,
};

/** None that ships takes denunciations. */
beforeAll(async () => {
  expect(await takeDenunciations(under.system, ['p:79@2025-07'])).toBe(true);
});

const ask = (path: string, options: { token?: string; body?: object; key?: string } = {}) =>
  fetch(under.system.origin + path, {
    headers: {
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...(options.key !== undefined && { 'idempotency-key': options.key }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(options.body !== undefined && { method: 'POST', body: JSON.stringify(options.body) }),
  });

const jsonOf = async <T>(answer: Promise<Response>, status = 200): Promise<T> => {
  const got = await answer;
  const text = await got.text();
  expect(`${got.status} ${text}`).toMatch(new RegExp(`^${status} `));
  return JSON.parse(text) as T;
};

interface Item {
  id: string;
  code: string;
  status: string;
  late: boolean;
  nextDate: string | null;
}

describe('a denunciation on the deployed app', () => {
  it('goes sealed to the inspectorate, is opened with a reason on record, and is in nobody else’s lists', async () => {
    const lane = await jsonOf<{ place: { taken: boolean } }>(ask(`/api/sealed-lane?unit=${BODY.unit}`));
    expect(lane.place.taken).toBe(true);

    const key = randomUUID();
    const receipt = await jsonOf<{ code: string; body: { id: string }; checkBy: string }>(
      ask('/api/denunciations', { body: BODY, key }),
      202,
    );
    expect(receipt).toMatchObject({ body: { id: 'thanh-tra-hcm' }, checkBy: '2026-11-11T10:00:00.000Z' });
    expect(await jsonOf(ask('/api/denunciations', { body: BODY, key }), 202)).toEqual(receipt);

    // A jump runs what each minute would have run.
    await under.client.jumpTo('2026-11-02T02:10:00.000Z');
    const mail = await waitFor('the mail to the inspectorate', async () =>
      (await under.client.inbox()).find(({ subject }) => subject.includes(receipt.code)),
    );
    expect(mail.to).toBe('tiepnhan@thanhtra.hcm.example');
    const said = JSON.stringify([mail.subject, mail.text, mail.html]);
    for (const text of [...PERSONAL, 'http', 'Thới An']) expect(said).not.toContain(text);

    const [auditor, operator, officer] = await Promise.all([
      under.client.token('auditor'),
      under.client.token('operator'),
      under.client.token('sealed'),
    ]);
    const period = 'received.from=2026-11-01&received.to=2026-12-01&province=p:79@2025-07';
    const listed = await jsonOf<{ items: unknown[] }>(
      ask(`/api/audit/petitions?${period}`, { token: auditor }),
    );
    expect(listed.items).toEqual([]);
    const desk = ask('/api/operator/notices?province=p:79@2025-07', { token: operator });
    expect((await jsonOf<{ items: unknown[] }>(desk)).items).toEqual([]);
    expect((await ask(`/api/petitions/${receipt.code}`)).status).toBe(404);
    for (const token of [auditor, operator]) expect((await ask('/api/sealed', { token })).status).toBe(403);
    expect((await ask('/api/sealed')).status).toBe(401);

    const list = async () => (await jsonOf<{ items: Item[] }>(ask('/api/sealed', { token: officer }))).items;
    const [file] = await list();
    if (file === undefined) throw new Error('no file');
    expect(file).toMatchObject({ code: receipt.code, status: 'RECEIVED', late: false });
    const path = `/api/sealed/${file.id}`;
    const reason = { reason: 'check-acceptance' };
    for (const token of [auditor, operator])
      expect((await ask(`${path}/unseal`, { token, body: reason })).status).toBe(403);
    expect((await ask(`/api/audit/petitions/${file.id}/history`, { token: auditor })).status).toBe(404);
    expect((await ask(`${path}/unseal`, { token: officer, body: {} })).status).toBe(422);

    const opened = await jsonOf<{ denunciation: object }>(
      ask(`${path}/unseal`, { token: officer, body: reason }),
    );
    expect(opened.denunciation).toMatchObject({
      denouncer: { name: 'Trần Thị Mai', phone: '0900 000 001' },
      accusedName: BODY.person,
    });
    const shown = await jsonOf<{ events: { type: string; data: object }[]; intact: boolean }>(
      ask(path, { token: officer }),
    );
    expect(shown.intact).toBe(true);
    expect(shown.events.map(({ type }) => type)).toEqual(['DenunciationReceived', 'IdentityUnsealed']);
    expect(shown.events[1]?.data).toEqual({ reason: 'check-acceptance', documentNo: null });
    for (const text of PERSONAL) expect(JSON.stringify(shown)).not.toContain(text);

    await under.client.jumpTo('2026-11-12T02:00:00.000Z');
    expect(await list()).toMatchObject([{ late: true }]);
    const handOver = { token: officer, body: { documentNo: '125/QĐ-TTr' } };
    expect(await jsonOf(ask(`${path}/hand-over`, handOver))).toMatchObject({
      status: 'HANDED-OVER',
      late: false,
    });
    expect(await jsonOf(ask(`/api/denunciations/${receipt.code}`))).toEqual({
      ...{ code: receipt.code, status: 'HANDED-OVER', receivedOn: '2026-11-02' },
      ...{ handedOverOn: '2026-11-12', closedOn: null },
    });
    const missed = await jsonOf<{ events: { type: string }[]; intact: boolean }>(
      ask(path, { token: officer }),
    );
    expect(missed).toMatchObject({ intact: true });
    expect(missed.events.map(({ type }) => type)).toContain('DateMissed');
    const counts = '/api/audit/denunciations?province=p:79@2025-07&year=2026';
    const told = await jsonOf<{ quarters: { quarter: string }[] }>(ask(counts, { token: auditor }));
    // The quarter goes on: nothing is told of it.
    expect(told.quarters.map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect((await ask(counts, { token: officer })).status).toBe(403);
    const mails = (await under.client.inbox()).filter(({ text }) => text.includes(receipt.code));
    expect(mails).toHaveLength(1);
  });

  it('is guided and kept nowhere where the province takes none', async () => {
    const elsewhere = { ...BODY, unit: 'w:31159@0', accused: { name: 'Trường Hoa Mai' } };
    const guided = await jsonOf<{ type: string }>(ask('/api/denunciations', { body: elsewhere }), 422);
    expect(guided.type).toBe('urn:kien-nghi:problem:to-cao');
  });
});
