import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../core/audit/verify-chain.js';
import { staff } from './support/http-event.js';
import { BODY, NOW, OFFICER, PERSONAL, useSealedLane, WARD } from './support/sealed-stage.js';

const { consent: _, ...SAID } = BODY;
/** Thursday before; the working week has two days left. */
const ENTRY = { ...SAID, channel: 'post', receivedOn: '2026-10-29', lateReason: 'forwarded' };

describe('a denunciation that is entered from paper', () => {
  const { under, ask, onlyId } = useSealedLane();
  const enter = (body: object = ENTRY, claims: Record<string, unknown> = OFFICER, key = 'khoa-quay-1') =>
    ask('POST /api/sealed', { body, claims, headers: { 'idempotency-key': key } });
  const kept = () => under.stage.store.files.size + under.stage.store.persons.size;

  it('is locked as any other; the clock runs from the day of receipt, and the history says who, how and why so late', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({
      status: 202,
      json: {
        receivedAt: '2026-10-28T17:00:00.000Z',
        body: { id: 'thanh-tra-hcm' },
        checkBy: '2026-11-09T10:00:00.000Z',
      },
    });
    expect(entered.headers['cache-control']).toBe('no-store');
    const file = await under.stage.store.load(onlyId());
    const events = await under.stage.store.history(onlyId());
    expect(file).toMatchObject({ status: 'RECEIVED', receivedAt: '2026-10-28T17:00:00.000Z' });
    expect(events).toMatchObject([
      {
        at: NOW,
        actor: { kind: 'officer', userId: 'user-1', bodyId: 'thanh-tra-hcm' },
        data: { entered: { channel: 'post', lateReason: 'forwarded' } },
      },
    ]);
    expect(verifyChain(onlyId(), events, file?.head)).toEqual([]);
    const stored = JSON.stringify([
      ...under.stage.store.files.values(),
      ...under.stage.store.persons.values(),
    ]);
    for (const text of PERSONAL)
      for (const where of [stored, JSON.stringify(events), under.log.text(), entered.text])
        expect(where).not.toContain(text);
    const track = await ask('GET /api/denunciations/{code}', {
      path: { code: String(entered.json['code']) },
    });
    expect(track.json).toMatchObject({ status: 'RECEIVED', receivedOn: '2026-10-29' });
  });

  it('on its own day needs no reason, and its clock is that of one handed in here', async () => {
    const { lateReason: __, ...today } = { ...ENTRY, receivedOn: '2026-11-02' };
    expect((await enter(today)).json).toMatchObject({
      receivedAt: NOW,
      checkBy: '2026-11-11T10:00:00.000Z',
    });
  });

  it('is the same file for the same request, and another for the same key of another officer', async () => {
    const first = await enter();
    expect((await enter()).json).toEqual(first.json);
    expect((await enter({ ...ENTRY, receivedOn: '2026-10-30' })).status).toBe(422);
    await enter(ENTRY, { ...OFFICER, sub: 'user-2' });
    expect(under.stage.store.files.size).toBe(2);
  });

  it.each([
    ['a day to come', { receivedOn: '2026-11-03' }, { pointer: '/receivedOn', code: 'in-future' }],
    ['a day too long ago', { receivedOn: '2026-10-02' }, { pointer: '/receivedOn', code: 'too-far-back' }],
    [
      'an earlier day without a reason',
      { lateReason: undefined },
      { pointer: '/lateReason', code: 'required' },
    ],
    [
      'a reason on the day itself',
      { receivedOn: '2026-11-02' },
      { pointer: '/lateReason', code: 'only-when-late' },
    ],
    [
      'a reason in words of their own',
      { lateReason: 'bận' },
      { pointer: '/lateReason', code: 'not-in-list' },
    ],
    [
      'a name left out',
      { denouncer: { address: 'Số 12 Đường Hoa Mai' } },
      { pointer: '/denouncer/name', code: 'required' },
    ],
  ])('is refused for %s, and nothing is kept', async (_, change, fault) => {
    const refused = await enter({ ...ENTRY, ...change });
    expect(refused.status).toBe(422);
    expect(refused.json['errors']).toEqual([expect.objectContaining(fault)]);
    expect(kept()).toBe(0);
  });

  it('is never entered by whoever belongs to those accused, or stands below them', async () => {
    for (const group of [`sealed:${WARD}`, `sealed:${WARD.replace('ubnd-xa', 'vp-hdnd-ubnd')}`]) {
      const refused = await enter(ENTRY, staff('sealed', 'sealed:thanh-tra-hcm', group));
      expect(refused.json['errors']).toEqual([
        expect.objectContaining({ pointer: '/accused/agency', code: 'own-body' }),
      ]);
    }
    expect(kept()).toBe(0);
  });

  it('goes to whoever is competent: an officer of another body has entered it and sees nothing of it', async () => {
    const police = staff('sealed', 'sealed:cong-an-tinh/p:79@2025-07');
    expect((await enter(ENTRY, police)).json).toMatchObject({ body: { id: 'thanh-tra-hcm' } });
    expect((await ask('GET /api/sealed', { claims: police })).json['items']).toEqual([]);
    expect((await ask('GET /api/sealed/{id}', { path: { id: onlyId() }, claims: police })).status).toBe(404);
  });

  it('is for officers of the lane who have a body only', async () => {
    for (const group of ['operator', 'auditor', 'supervisor', 'sealed:thanh-tra-hcm', 'sealed'])
      expect((await enter(ENTRY, staff(group))).status).toBe(403);
    expect((await ask('POST /api/sealed', { body: ENTRY })).status).toBe(401);
    expect((await enter({ ...ENTRY, desk: 'cong-an-tinh/p:79@2025-07' })).status).toBe(404);
    expect(kept()).toBe(0);
  });

  it('is guided where the province takes none', async () => {
    const elsewhere = { ...ENTRY, unit: 'w:31159@0', accused: { name: 'Trường Hoa Mai' } };
    expect(await enter(elsewhere)).toMatchObject({
      status: 422,
      json: { type: 'urn:kien-nghi:problem:to-cao' },
    });
    expect(kept()).toBe(0);
  });
});
