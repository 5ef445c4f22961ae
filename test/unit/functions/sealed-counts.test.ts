import { describe, expect, it } from 'vitest';
import { staff } from './support/http-event.js';
import { BODY, OFFICER, PERSONAL, useSealedLane, WARD } from './support/sealed-stage.js';

describe('how many denunciations', () => {
  const { under, ask, submit, watch } = useSealedLane();
  const count = (claims: Record<string, unknown> = staff('auditor'), query: Record<string, string> = {}) =>
    ask('GET /api/audit/denunciations', {
      claims,
      query: { province: 'p:79@2025-07', year: '2026', ...query },
    });
  const quarters = async () => (await count()).json['quarters'];
  const submitMany = async (number: number): Promise<void> => {
    for (let i = 0; i < number; i += 1) expect((await submit(BODY, `khoa-thu-${i}`)).status).toBe(202);
  };
  const handOverAll = async (): Promise<void> => {
    for (const id of under.stage.store.files.keys())
      await ask('POST /api/sealed/{id}/hand-over', {
        ...{ path: { id }, claims: OFFICER, body: { documentNo: '1/QĐ' } },
      });
  };
  const NONE = { received: null, handedOver: null, closed: null, late: null };

  it('is told of quarters that are over, by what was done in them, and hidden when fewer than five', async () => {
    await submitMany(6);
    await handOverAll();
    under.stage.clock.set('2026-12-31T16:59:59.999Z');
    expect(await quarters()).toEqual(
      ['2026-Q1', '2026-Q2', '2026-Q3'].map((quarter) => ({ quarter, ...NONE })),
    );
    under.stage.clock.set('2026-12-31T17:00:00.000Z');
    expect(await quarters()).toContainEqual({ ...NONE, quarter: '2026-Q4', received: 6, handedOver: 6 });
    // What comes later is of another quarter: what was told stays as it was.
    await submit(BODY, 'khoa-nam-sau');
    await watch();
    expect(await quarters()).toContainEqual({ ...NONE, quarter: '2026-Q4', received: 6, handedOver: 6 });
  });

  it.each([
    [4, null],
    [5, 5],
  ])('tells %i as %j', async (number, told) => {
    await submitMany(number);
    under.stage.clock.set('2027-01-02T02:00:00.000Z');
    expect(await quarters()).toContainEqual({ ...NONE, quarter: '2026-Q4', received: told });
  });

  it('counts a date that went by once, whether the watch notes it or the act that comes too late', async () => {
    await submitMany(6);
    under.stage.clock.set('2026-11-12T02:00:00.000Z');
    const [first] = [...under.stage.store.files.keys()];
    const act = { path: { id: first ?? '' }, claims: OFFICER, body: { documentNo: '1/QĐ' } };
    await ask('POST /api/sealed/{id}/hand-over', act);
    await watch();
    await watch();
    const events = await under.stage.store.history([...under.stage.store.files.keys()][1] ?? '');
    expect(events.filter(({ type }) => type === 'DateMissed')).toMatchObject([
      { actor: { kind: 'system' }, data: { term: 'check' } },
    ]);
    await handOverAll();
    under.stage.clock.set('2027-01-02T02:00:00.000Z');
    expect(await quarters()).toContainEqual({
      ...{ quarter: '2026-Q4', received: 6, handedOver: 6, closed: null },
      // Six of the check; the procedure's date of 12 December went by unwatched.
      late: 6,
    });
  });

  it('names no body, no unit, no file and no person', async () => {
    await submitMany(5);
    under.stage.clock.set('2027-01-02T02:00:00.000Z');
    const { text } = await count();
    const [file] = [...under.stage.store.files.values()];
    const said = [...PERSONAL, WARD, 'thanh-tra', 'Thới An', file?.file.id ?? '', file?.file.code ?? ''];
    for (const words of said) expect(text).not.toContain(words);
  });

  it('is for auditors, of a province that is asked for', async () => {
    for (const group of ['supervisor', 'operator', 'sealed'])
      expect((await count(staff(group))).status).toBe(403);
    expect((await ask('GET /api/audit/denunciations')).status).toBe(401);
    expect((await count(staff('auditor'), { year: '26' })).status).toBe(422);
    expect((await count(staff('auditor'), { body: 'thanh-tra-hcm' })).status).toBe(422);
  });
});
