import { describe, expect, it } from 'vitest';
import type { StandingAnswer } from '../../../core/ports/sealed-lane.js';
import { metricNames } from './support/captured-log.js';
import { staff } from './support/http-event.js';
import { OFFICER, useSealedLane, WARD } from './support/sealed-stage.js';

const BODY = 'thanh-tra-hcm';
const OUT: StandingAnswer = {
  ...{ kind: 'leaves', why: 'body-excluded', found: null },
  excluded: { accused: [WARD, BODY], below: [] },
};

describe('between a release and the next pass of the watch', () => {
  const { under, ask, submit, onlyId, watch } = useSealedLane();
  const lists = async (claims: Record<string, unknown>) =>
    (await ask('GET /api/sealed', { claims })).json['items'];

  it('a body that may not keep a file any more neither lists, shows nor settles it', async () => {
    await submit();
    const path = { id: onlyId() };
    expect(await lists(OFFICER)).toHaveLength(1);
    expect((await ask('GET /api/sealed/{id}', { path, claims: OFFICER })).status).toBe(200);
    under.stage.deps.lane.standing = () => Promise.resolve(OUT);
    expect((await ask('GET /api/sealed', { claims: OFFICER })).json).toMatchObject({ items: [], late: 0 });
    expect((await ask('GET /api/sealed/{id}', { path, claims: OFFICER })).status).toBe(404);
    const handOver = { path, claims: OFFICER, body: { documentNo: '125/QĐ-TTr' } };
    expect((await ask('POST /api/sealed/{id}/hand-over', handOver)).status).toBe(404);
    const close = { path, claims: OFFICER, body: { closure: 'not-accepted', documentNo: '7/TB' } };
    expect((await ask('POST /api/sealed/{id}/closure', close)).status).toBe(404);
    expect(under.stage.store.events.get(onlyId())).toHaveLength(1);
  });

  it('nor does an officer whose other body was excluded a moment ago', async () => {
    await submit();
    const both = staff('sealed', `sealed:${BODY}`, 'sealed:nguoi-ke-thua');
    expect(await lists(both)).toHaveLength(1);
    const excluded = { accused: [WARD, 'nguoi-ke-thua'], below: [] };
    under.stage.deps.lane.standing = () => Promise.resolve({ kind: 'stays', excluded });
    const path = { id: onlyId() };
    expect(await lists(both)).toEqual([]);
    expect((await ask('GET /api/sealed/{id}', { path, claims: both })).status).toBe(404);
    const body = { reason: 'check-acceptance' };
    expect((await ask('POST /api/sealed/{id}/unseal', { path, claims: both, body })).status).toBe(404);
  });

  it('counts no file as moved that was closed in the meantime', async () => {
    await submit();
    const path = { id: onlyId() };
    const standing = under.stage.deps.lane.standing.bind(under.stage.deps.lane);
    let isFirst = true;
    under.stage.deps.lane.standing = async (file, at) => {
      if (!isFirst) return standing(file, at);
      isFirst = false;
      const body = { closure: 'not-accepted', documentNo: '7/TB' };
      expect((await ask('POST /api/sealed/{id}/closure', { path, claims: OFFICER, body })).status).toBe(200);
      const found = { body: { id: 'moi', name: 'Mới', tier: 'tinh' }, rule: 'inspection' as const };
      return { ...OUT, found };
    };
    expect(await watch()).toMatchObject({ moved: 0, orphaned: 0 });
    expect((await under.stage.store.load(onlyId()))?.body.id).toBe(BODY);
  });

  it('counts files of a list that cannot be read, closed ones too', async () => {
    await submit();
    under.stage.store.unreadable.push('hong-2');
    expect(await lists(OFFICER)).toHaveLength(1);
    expect(under.log.text()).toContain('hong-2');
    expect(metricNames(under.log)).toContain('SealedUnreadable');
  });

  it('tries an unreached body again that was left without a day', async () => {
    await submit();
    const stored = under.stage.store.files.get(onlyId());
    if (stored === undefined) throw new Error('gone');
    stored.post = { status: 'UNREACHED', attempts: 2, leaseUntil: null, rounds: 0, retryAt: null };
    expect(await watch()).toMatchObject({ mailed: 1 });
  });
});
