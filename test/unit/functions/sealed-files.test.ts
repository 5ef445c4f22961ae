import { describe, expect, it } from 'vitest';
import { staff } from './support/http-event.js';
import { BODY, OFFICER, PERSONAL, useSealedLane, WARD } from './support/sealed-stage.js';

describe('sealed files', () => {
  const { under, ask, submit, onlyId } = useSealedLane();

  it('lists files of the own body only, sealed', async () => {
    await submit();
    const list = (claims: Record<string, unknown>, query: Record<string, string> = {}) =>
      ask('GET /api/sealed', { claims, query });
    const mine = await list(OFFICER);
    expect(mine.json).toMatchObject({
      items: [{ id: onlyId(), category: 'TO-CAO', status: 'RECEIVED', late: false }],
    });
    for (const text of PERSONAL) expect(mine.text).not.toContain(text);
    expect((await list(staff('sealed', 'sealed:ubnd-tinh/p:79@2025-07'))).json['items']).toEqual([]);
    expect((await list(staff('sealed'))).json).toMatchObject({ bodies: [], items: [] });
    expect((await list(OFFICER, { body: 'cong-an-tinh/p:79@2025-07' })).status).toBe(404);
  });

  const unseal = (
    claims: Record<string, unknown>,
    body: object = { reason: 'check-acceptance' },
    id = onlyId(),
  ) => ask('POST /api/sealed/{id}/unseal', { path: { id }, claims, body });

  it('opens with a reason; the event stands before anything is decrypted', async () => {
    await submit();
    const before: string[][] = [];
    under.stage.vault.onOpen = (id) =>
      before.push((under.stage.store.events.get(id) ?? []).map(({ type }) => type));
    const opened = await unseal(OFFICER);
    expect(opened).toMatchObject({
      status: 200,
      json: {
        denunciation: { denouncer: { name: 'Trần Thị Mai' }, accusedName: BODY.person },
        file: { unsealings: 1 },
      },
    });
    expect(opened.headers['cache-control']).toBe('no-store');
    expect(before).toEqual([['DenunciationReceived', 'IdentityUnsealed']]);
    for (const text of PERSONAL) expect(under.log.text()).not.toContain(text);
    const shown = await ask('GET /api/sealed/{id}', { path: { id: onlyId() }, claims: OFFICER });
    expect(shown.json).toMatchObject({
      intact: true,
      events: [
        { type: 'DenunciationReceived' },
        { type: 'IdentityUnsealed', actor: { userId: 'user-1' }, data: { reason: 'check-acceptance' } },
      ],
    });
  });

  it('stays closed when the event cannot be written', async () => {
    await submit();
    const opened: string[] = [];
    under.stage.vault.onOpen = (id) => opened.push(id);
    under.stage.store.commit = () => Promise.reject(new Error('the table is gone'));
    expect((await unseal(OFFICER)).status).toBe(500);
    expect(opened).toEqual([]);
  });

  it.each([
    ['no reason', {}],
    ['a reason in words of their own', { reason: 'tò mò' }],
    ['an order without its number', { reason: 'ordered-in-writing' }],
    ['a sentence for a number', { reason: 'verify-content', documentNo: 'Theo ý kiến, chỉ đạo!' }],
  ])('refuses %s, and nothing is opened or written', async (_, body) => {
    await submit();
    expect((await unseal(OFFICER, body)).status).toBe(422);
    expect(under.stage.store.events.get(onlyId())).toHaveLength(1);
  });

  it('says the same of a file that is not yours as of one that does not exist, and other roles learn nothing', async () => {
    await submit();
    const foreign = await unseal(staff('sealed', 'sealed:cong-an-tinh/p:79@2025-07'));
    const missing = await unseal(
      OFFICER,
      { reason: 'check-acceptance' },
      '01950000-0000-7000-8000-00000000ffff',
    );
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...foreign.json, instance: '' }).toEqual({ ...missing.json, instance: '' });
    for (const group of ['auditor', 'supervisor', 'operator', 'agency-member', 'sealed:thanh-tra-hcm']) {
      expect((await unseal(staff(group))).status).toBe(403);
      expect((await ask('GET /api/sealed', { claims: staff(group) })).status).toBe(403);
      const path = { id: onlyId() };
      expect((await ask('GET /api/sealed/{id}', { path, claims: staff(group) })).status).toBe(403);
    }
    expect((await ask('GET /api/sealed')).status).toBe(401);
    expect(under.stage.store.events.get(onlyId())).toHaveLength(1);
  });

  it('slows down who reads one file again and again', async () => {
    await submit();
    for (let i = 0; i < 20; i += 1) expect((await unseal(OFFICER)).status).toBe(200);
    expect((await unseal(OFFICER)).status).toBe(429);
    under.stage.clock.advance({ days: 2 });
    expect((await unseal(OFFICER)).status).toBe(200);
  });

  it('stays within that also where many ask at once', async () => {
    await submit();
    for (let i = 0; i < 18; i += 1) await unseal(OFFICER);
    const asked = await Promise.all(Array.from({ length: 5 }, () => unseal(OFFICER)));
    expect(asked.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
  });

  it('is not there for an officer who belongs to the unit complained about as well', async () => {
    await submit();
    const both = staff('sealed', 'sealed:thanh-tra-hcm', `sealed:${WARD}`);
    expect((await unseal(both)).status).toBe(404);
  });

  it('concludes nothing that was not handed over', async () => {
    await submit();
    const close = (closure: string) =>
      ask('POST /api/sealed/{id}/closure', {
        ...{ path: { id: onlyId() }, claims: OFFICER },
        body: { closure, documentNo: '7/TB' },
      });
    expect((await close('concluded')).status).toBe(409);
    expect((await close('not-accepted')).json).toMatchObject({ status: 'CLOSED', nextDate: null });
    expect((await close('not-accepted')).status).toBe(200);
    expect((await close('passed-on')).status).toBe(409);
  });

  it('shows a code how far it has come, in days, and nothing else', async () => {
    const code = String((await submit()).json['code']);
    const track = () => ask('GET /api/denunciations/{code}', { path: { code } });
    const none = { handedOverOn: null, closedOn: null };
    expect((await track()).json).toEqual({ code, status: 'RECEIVED', receivedOn: '2026-11-02', ...none });
    const path = { id: onlyId() };
    const body = { documentNo: '125/QĐ-TTr' };
    await ask('POST /api/sealed/{id}/hand-over', { path, claims: OFFICER, body });
    expect((await track()).json).toEqual({
      ...{ code, status: 'HANDED-OVER', receivedOn: '2026-11-02' },
      ...{ handedOverOn: '2026-11-02', closedOn: null },
    });
    expect((await ask('GET /api/denunciations/{code}', { path: { code: 'KHONG' } })).status).toBe(404);
  });
});
