import { describe, expect, it } from 'vitest';
import { aContact } from '../../support/builders/link-builder.js';
import { INSPECTORATE } from '../../support/builders/sealed-builder.js';
import { metricNames } from './support/captured-log.js';
import { staff } from './support/http-event.js';
import { BODY, contacts, NOW, OFFICER, PERSONAL, WARD, useSealedLane } from './support/sealed-stage.js';

describe('the sealed lane takes in', () => {
  const { under, ask, submit, onlyId, watch } = useSealedLane();

  it('says where denunciations are taken, and names the terms with their status', async () => {
    const told = await ask('GET /api/sealed-lane', { query: { unit: 'w:26773@2025-07' } });
    expect(told.json).toMatchObject({
      provinces: ['p:79@2025-07'],
      place: {
        taken: true,
        status: 'assumed',
        check: { amount: 7, unit: 'workingDays', status: 'assumed' },
        resolve: { amount: 30 },
      },
    });
    const { agencies } = told.json['place'] as { agencies: { id: string }[] };
    expect(agencies.map(({ id }) => id)).toEqual(expect.arrayContaining([WARD, 'thanh-tra-hcm']));
    expect((await ask('GET /api/sealed-lane')).json['place']).toBeNull();
    expect((await ask('GET /api/sealed-lane', { query: { unit: 'w:1@0' } })).status).toBe(422);
  });

  it('takes a denunciation, names the body above and the day; the record holds nothing of persons', async () => {
    const taken = await submit();
    expect(taken).toMatchObject({
      status: 202,
      json: { body: { id: 'thanh-tra-hcm' }, receivedAt: NOW, checkBy: '2026-11-11T10:00:00.000Z' },
    });
    const kept = JSON.stringify([...under.stage.store.files.values(), ...under.stage.store.events.values()]);
    const persons = JSON.stringify([...under.stage.store.persons.values()]);
    for (const text of PERSONAL)
      for (const where of [kept, persons, under.log.text(), taken.text]) expect(where).not.toContain(text);
  });

  it('gives the same file for the same request, and refuses the key with another body', async () => {
    const first = await submit();
    expect((await submit()).json).toEqual(first.json);
    expect((await submit({ ...BODY, person: 'Người khác hẳn' })).status).toBe(422);
    expect(under.stage.store.files.size).toBe(1);
  });

  it.each([
    ['where the province takes none', { ...BODY, unit: 'w:31159@0', accused: { name: 'Trường Hoa Mai' } }],
    ['where nobody in the province stands above', { ...BODY, accused: { agency: WARD, superiorToo: true } }],
  ])('guides %s and keeps nothing', async (_, body) => {
    const guided = await submit(body);
    expect(guided).toMatchObject({ status: 422, json: { type: 'urn:kien-nghi:problem:to-cao' } });
    expect(under.stage.store.files.size + under.stage.store.persons.size).toBe(0);
  });

  it.each([
    ['a name', { ...BODY, denouncer: { address: 'Số 12 Đường Hoa Mai' } }, '/denouncer/name'],
    ['consent', { ...BODY, consent: false }, '/consent'],
    ['one of agency and name', { ...BODY, accused: { agency: WARD, name: 'Phường' } }, '/accused/agency'],
    ['an agency that exists', { ...BODY, accused: { agency: 'ubnd-xa/w:1@0' } }, '/accused/agency'],
    ['known fields', { ...BODY, secret: 'x' }, ''],
  ])('asks for %s', async (_, body, pointer) => {
    const refused = await submit(body);
    expect(refused.status).toBe(422);
    expect(refused.json['errors']).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer }) as unknown]),
    );
    expect(under.stage.store.files.size).toBe(0);
  });

  it('tells the body by one mail: a code, no link, no person; the unit complained about hears nothing', async () => {
    const code = String((await submit()).json['code']);
    expect(await watch()).toMatchObject({ open: 1, mailed: 1, late: 0 });
    expect(await watch()).toMatchObject({ open: 1, mailed: 0 });
    expect(under.stage.mailer.sent.map(({ to }) => to)).toEqual(['tiepnhan@thanhtra.example']);
    const mail = JSON.stringify(under.stage.mailer.sent.map(({ about: _, ...words }) => words));
    expect(mail).toContain(code);
    for (const text of [...PERSONAL, 'http', 'href', 'Thới An', onlyId()]) expect(mail).not.toContain(text);
  });

  it('never uses a mailbox that the unit complained about has as well', async () => {
    const shared = aContact({ agencyId: INSPECTORATE.id, email: 'PHUONG@thoian.example' });
    under.stage.deps.contacts.of = (id) =>
      Promise.resolve(id === INSPECTORATE.id ? [shared] : (contacts.get(id) ?? []));
    await submit();
    expect(await watch()).toMatchObject({ mailed: 0, unreached: 1 });
    expect(under.stage.mailer.sent).toEqual([]);
    expect(metricNames(under.log)).toContain('DenunciationUnreached');
  });

  it('tries a mail whose end is unknown once more, then tells somebody', async () => {
    await submit();
    under.stage.mailer.failNext('no-connection', 'no-connection');
    expect(await watch()).toMatchObject({ failed: 1 });
    expect(await watch()).toMatchObject({ failed: 0, mailed: 0 });
    under.stage.clock.advance({ minutes: 3 });
    expect(await watch()).toMatchObject({ failed: 1 });
    under.stage.clock.advance({ minutes: 3 });
    expect(await watch()).toMatchObject({ unreached: 1 });
    expect(await watch()).toMatchObject({ unreached: 0, mailed: 0 });
  });

  it('tries an unreached body again by a plan, names file and body, and mails once it has a mailbox', async () => {
    under.stage.deps.contacts.of = () => Promise.resolve([]);
    await submit();
    expect(await watch()).toMatchObject({ unreached: 1 });
    for (const text of ['Denunciation unreached', onlyId(), 'thanh-tra-hcm'])
      expect(under.log.text()).toContain(text);
    expect(await watch()).toMatchObject({ unreached: 0 });
    under.stage.clock.advance({ minutes: 61 });
    expect(await watch()).toMatchObject({ unreached: 1 });
    under.stage.deps.contacts.of = (id) => Promise.resolve(contacts.get(id) ?? []);
    under.stage.clock.advance({ minutes: 61 });
    expect(await watch()).toMatchObject({ mailed: 0 });
    under.stage.clock.advance({ minutes: 200 });
    expect(await watch()).toMatchObject({ mailed: 1 });
    expect(await watch()).toMatchObject({ mailed: 0 });
  });

  it('tries once a day as long as nobody is reached, so that the alarm does not fall silent', async () => {
    under.stage.deps.contacts.of = () => Promise.resolve([]);
    await submit();
    let rounds = 0;
    for (let day = 0; day < 40; day += 1) {
      rounds += (await watch()).unreached;
      under.stage.clock.advance({ minutes: 1441 });
    }
    expect(rounds).toBe(40);
  });

  it('looks after the others when one record cannot be read, and names that one', async () => {
    await submit();
    under.stage.store.unreadable.push('hong-1');
    expect(await watch()).toMatchObject({ open: 1, mailed: 1, unreadable: 1 });
    expect(under.log.text()).toContain('hong-1');
    expect(metricNames(under.log)).toContain('SealedWatchFailed');
  });

  it.each(['accused', 'below'] as const)('shuns a mailbox of an agency noted as %s', async (how) => {
    await submit();
    const stored = under.stage.store.files.get(onlyId());
    if (stored === undefined) throw new Error('gone');
    stored.file.excluded[how].push('pho-chu-tich');
    const email = 'tiepnhan@thanhtra.example';
    under.stage.deps.contacts.of = (id) =>
      Promise.resolve(id === 'pho-chu-tich' ? [aContact({ agencyId: id, email })] : (contacts.get(id) ?? []));
    expect(await watch()).toMatchObject({ mailed: 0, unreached: 1 });
  });

  it('counts what is past its date until it is handed over, and again after the date of the procedure', async () => {
    await submit();
    under.stage.clock.set('2026-11-11T10:00:01.000Z');
    expect(await watch()).toMatchObject({ late: 1 });
    const path = { id: onlyId() };
    const body = { documentNo: '125/QĐ-TTr' };
    const handed = await ask('POST /api/sealed/{id}/hand-over', { path, claims: OFFICER, body });
    expect(handed.json).toMatchObject({ status: 'HANDED-OVER', late: false });
    expect((await ask('POST /api/sealed/{id}/hand-over', { path, claims: OFFICER, body })).json).toEqual(
      handed.json,
    );
    expect(await watch()).toMatchObject({ late: 0, open: 1 });
    under.stage.clock.set('2026-12-30T10:00:00.000Z');
    expect(await watch()).toMatchObject({ late: 1 });
    const end = { closure: 'concluded', documentNo: '7/KL-TTr' };
    await ask('POST /api/sealed/{id}/closure', { path, claims: OFFICER, body: end });
    expect(await watch()).toMatchObject({ open: 0, late: 0 });
  });

  it('follows a body that has ended to whoever is competent now, and tells it', async () => {
    await submit();
    const excluded = { accused: [WARD], below: [] };
    under.stage.deps.lane.standing = ({ body }) =>
      Promise.resolve(
        body.id === 'thanh-tra-hcm'
          ? {
              ...{ kind: 'leaves', why: 'body-ended', excluded },
              found: {
                body: { id: 'thanh-tra-moi', name: 'Thanh tra mới', tier: 'tinh' },
                rule: 'inspection',
              },
            }
          : { kind: 'stays', excluded },
      );
    contacts.set('thanh-tra-moi', [aContact({ agencyId: 'thanh-tra-moi', email: 'moi@thanhtra.example' })]);
    expect(await watch()).toMatchObject({ moved: 1 });
    expect(await watch()).toMatchObject({ moved: 0, mailed: 1 });
    expect(under.stage.mailer.sent.map(({ to }) => to)).toEqual(['moi@thanhtra.example']);
    expect((await under.stage.store.load(onlyId()))?.body.id).toBe('thanh-tra-moi');
    const withOthers = { ...excluded, accused: [WARD, 'thanh-tra-moi'] };
    under.stage.deps.lane.standing = () =>
      Promise.resolve({ kind: 'leaves', why: 'body-excluded', found: null, excluded: withOthers });
    expect(await watch()).toMatchObject({ orphaned: 1, open: 1 });
    expect(under.log.text()).toContain('Denunciation without a body');
    // The accused took over the body that holds the file: its officers find nothing there.
    const claims = staff('sealed', 'sealed:thanh-tra-moi');
    expect((await ask('GET /api/sealed', { claims })).json['items']).toEqual([]);
    const body = { reason: 'check-acceptance' };
    const opened = await ask('POST /api/sealed/{id}/unseal', { path: { id: onlyId() }, claims, body });
    expect(opened.status).toBe(404);
  });

  it('opens nothing to a body that a release has just put out of the question', async () => {
    await submit();
    const path = { id: onlyId() };
    const body = { reason: 'check-acceptance' };
    const excluded = { accused: [WARD, 'thanh-tra-hcm'], below: [] };
    const { lane } = under.stage.deps;
    const standing = lane.standing.bind(lane);
    lane.standing = () => Promise.resolve({ kind: 'leaves', why: 'body-excluded', found: null, excluded });
    const refused = await ask('POST /api/sealed/{id}/unseal', { path, claims: OFFICER, body });
    expect(refused.status).toBe(404);
    expect(under.stage.store.files.get(onlyId())?.file.unsealings ?? 0).toBe(0);
    lane.standing = standing;
    const opened = await ask('POST /api/sealed/{id}/unseal', { path, claims: OFFICER, body });
    expect(opened.status).toBe(200);
  });
});
