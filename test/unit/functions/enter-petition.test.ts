import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createAdvance } from '../../../functions/advance-petition/handler.js';
import { createHandler } from '../../../functions/enter-petition/handler.js';
import { hasIssueText } from '../../../functions/middleware/issue-texts.js';
import { metricNames } from './support/captured-log.js';
import { call, CONTEXT, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, PERSONAL, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const QUAN_12 = 'ubnd-huyen/d:761@0';
const PARTY = { ...BODY, category: 'TOCHUC', unit: 'w:27157@0' };

describe('POST /api/operator/petitions', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const post = (
    body: unknown,
    claims: Record<string, unknown> | null = staff('operator'),
    headers: Record<string, string> = {},
  ) =>
    call(
      createHandler(stage.deps),
      httpEvent('POST /api/operator/petitions', {
        headers: jsonHeaders(headers),
        body: JSON.stringify(body),
        ...(claims !== null && { claims }),
      }),
    );
  const stored = () => stage.fakes.database.all('Petitions').length;
  const issues = async (body: unknown) =>
    (await post(body)).json['errors'] as { pointer: string; code: string }[];
  const firstEvent = async (code: unknown) =>
    (await stage.fakes.store.history((await stage.load(code)).id))[0];
  const holderOf = async (code: unknown): Promise<string | undefined> => {
    const { id } = await stage.load(code);
    await createAdvance(stage.deps)({ petitionId: id, thread: 'lead', run: 1, action: 'Route' }, CONTEXT);
    return (await stage.load(code)).task?.holder.id;
  };

  it.each([
    ['no token', null, 401],
    ['no role', staff(), 403],
    ['an auditor', staff('auditor'), 403],
    ['a supervisor', staff('supervisor'), 403],
    ['an operator', staff('operator'), 202],
    ['an operator who audits too', staff('auditor', 'operator'), 202],
  ])('%s is answered as the table of routes says', async (_, claims, expected) => {
    expect((await post(BODY, claims)).status).toBe(expected);
    expect(stored() > 0).toBe(expected === 202);
  });

  it('records who entered it, and gives the same receipt as the public intake', async () => {
    const { json } = await post(BODY);
    expect(Object.keys(json)).toEqual(Object.keys((await stage.post(BODY)).json));
    expect(await firstEvent(json['code'])).toMatchObject({
      type: 'PetitionSubmitted',
      actor: { kind: 'operator', userId: 'user-1' },
      data: { channel: 'counter', receivedBy: null, addressee: null },
    });
    expect(log.text()).toContain('user-1');
    expect(metricNames(log)).toContain('PetitionSubmitted');
    for (const word of [...PERSONAL, String(json['code'])]) expect(log.text()).not.toContain(word);
  });

  it('takes down what a People’s Inspection Board hands in; the public page does not', async () => {
    const submitter = { ...BODY.submitter, kind: 'inspection-board' };
    const { json } = await post({ ...BODY, submitter });
    expect(await firstEvent(json['code'])).toMatchObject({
      data: { submitterKind: 'inspection-board', serviceClass: 'thanh-tra-nhan-dan' },
    });
    expect((await stage.post({ ...BODY, submitter })).json['errors']).toMatchObject([
      { pointer: '/submitter/kind' },
    ]);
  });

  it('leaves the public intake the resident’s', async () => {
    const { json } = await stage.post(BODY);
    expect(await firstEvent(json['code'])).toMatchObject({ actor: { kind: 'resident' } });
  });

  it('starts at the tier whose leaders received it', async () => {
    expect(await holderOf((await post(BODY)).json['code'])).toBe('ubnd-xa/w:26773@0');
    const { json } = await post({ ...BODY, receivedBy: QUAN_12 });
    expect(await firstEvent(json['code'])).toMatchObject({ data: { receivedBy: QUAN_12 } });
    expect(await holderOf(json['code'])).toBe(QUAN_12);
  });

  it('gives a khu phố visit of the district’s leaders to the district’s Party committee', async () => {
    const { json } = await post({ ...PARTY, channel: 'KHU_PHO_VISIT', receivedBy: 'dang-uy-huyen/d:770@0' });
    expect(await holderOf(json['code'])).toBe('dang-uy-huyen/d:770@0');
    expect(json['promised']).toMatchObject({ resolveBy: null });
  });

  it('gives a petition of the Party lane to the body written to', async () => {
    const { json } = await post({ ...PARTY, addressee: 'mttq-huyen/d:770@0' });
    expect(await holderOf(json['code'])).toBe('mttq-huyen/d:770@0');
  });

  it('gives a petition about an agency to those above it, though it was received there', async () => {
    const { json } = await post({ ...BODY, against: QUAN_12, receivedBy: QUAN_12 });
    expect(await firstEvent(json['code'])).toMatchObject({ data: { against: QUAN_12 } });
    expect(await holderOf(json['code'])).toBe('ubnd-tinh/p:79@0');
  });

  it.each([
    { what: 'an unknown receiver', fields: { receivedBy: 'ubnd-huyen/d:999@0' }, is: 'unknown-agency' },
    {
      what: 'a receiver of a later day',
      fields: { receivedBy: 'ubnd-xa/w:26773@2025-07' },
      is: 'unknown-agency',
    },
    { what: 'a receiver outside the chain', fields: { receivedBy: 'khan-cap/p:79@0' }, is: 'no-tier' },
    { what: 'an empty receiver', fields: { receivedBy: '' }, is: 'required' },
    { what: 'an addressee outside the Party lane', fields: { addressee: QUAN_12 }, is: 'party-lane-only' },
    {
      what: 'an unknown addressee',
      fields: { ...PARTY, addressee: 'khong-co' },
      is: 'unknown-agency',
    },
    { what: 'an unknown agency complained about', fields: { against: 'khong-co' }, is: 'unknown-agency' },
    { what: 'what the public intake refuses too', fields: { category: 'KHONG-CO' }, is: 'unknown-category' },
  ])('refuses $what', async ({ fields, is }) => {
    const pointer = `/${Object.keys(fields).at(-1) ?? ''}`;
    const body = { ...BODY, ...fields };
    expect((await post(body)).status).toBe(422);
    expect(await issues(body)).toMatchObject([{ pointer, code: is }]);
    expect(hasIssueText({ pointer, code: is })).toBe(true);
    expect(stored()).toBe(0);
  });

  it('names all that is wrong with the agencies at once and repeats none', async () => {
    const { status, text, json } = await post({ ...PARTY, receivedBy: 'co-quan-a', addressee: 'co-quan-b' });
    expect(status).toBe(422);
    expect((json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/receivedBy',
      '/addressee',
    ]);
    expect(text).not.toContain('co-quan');
  });

  it('takes several matters, each known by a code of its own', async () => {
    const matters = [
      { category: BODY.category },
      { category: BODY.category, description: 'Nước máy đục từ đầu tháng.' },
    ];
    const { status, json } = await post({ ...BODY, matters });
    expect(status).toBe(202);
    const given = json['matters'] as { code: string; category: string }[];
    expect(given.map(({ category }) => category)).toEqual([BODY.category, BODY.category]);
    expect(new Set([json['code'], ...given.map(({ code }) => code)]).size).toBe(3);
  });

  it.each([
    [[], '/matters'],
    [[{ category: 'GT-BIEN' }], '/matters'],
    [[{ category: 'GT-BIEN' }, { category: 'KHONG-CO' }], '/matters/1/category'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', unit: 'x' }], '/matters/1/unit'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', unit: 'w:99999@0' }], '/matters/1/unit'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', unit: 'w:00001@0' }], '/matters/1/unit'],
    [
      [{ category: 'GT-BIEN' }, { category: 'GT-BIEN', unit: BODY.unit, point: { lat: 10.87, lon: 106.65 } }],
      '/matters/1/unit',
    ],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', point: { lat: 1, lon: 1 } }], '/matters/1/point'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', place: 'x' }], '/matters/1'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', address: 'a'.repeat(301) }], '/matters/1/address'],
    [[{ category: 'GT-BIEN' }, { category: 'GT-BIEN', description: 'ngắn' }], '/matters/1/description'],
  ])('refuses the matters %j, and keeps nothing', async (matters, pointer) => {
    expect((await issues({ ...BODY, matters })).map((issue) => issue.pointer)).toEqual([pointer]);
    expect(stored()).toBe(0);
  });

  it('guides denunciations to their own track, as the public intake does', async () => {
    const { json } = await post({ ...BODY, nature: 'to-cao' });
    expect(json['type']).toBe('urn:kien-nghi:problem:to-cao');
    expect(metricNames(log)).toContain('SubmissionGuided');
    expect(stored()).toBe(0);
  });

  it.each(['receivedBy', 'addressee', 'receivedAt', 'onBehalfOf', 'followUpOn', 'externalRef'])(
    'the public intake still refuses %s',
    async (field) => {
      const { status, json } = await stage.post({ ...BODY, [field]: QUAN_12 });
      expect(status).toBe(422);
      expect(json['type']).toBe('urn:kien-nghi:problem:operator-only');
      expect(json['errors']).toMatchObject([{ pointer: `/${field}`, code: 'operator-only' }]);
      expect(stored()).toBe(0);
    },
  );

  it('gives a repeated entry the same answer, and refuses another body under its key', async () => {
    const key = { 'idempotency-key': 'khoa-quay-1' };
    const entry = { ...BODY, receivedBy: QUAN_12 };
    const first = await post(entry, staff('operator'), key);
    const second = await post(entry, staff('operator'), key);
    expect(second.json).toEqual(first.json);
    const documents = stage.fakes.database.all('Residents').filter(({ sk }) => sk.startsWith('DOC#'));
    expect(documents).toHaveLength(1);
    const other = await post(BODY, staff('operator'), key);
    expect(other.json['type']).toBe('urn:kien-nghi:problem:idempotency-key-reused');
  });

  it('keeps the keys of one clerk apart from another’s and from the public’s', async () => {
    const key = { 'idempotency-key': 'khoa-quay-2' };
    const body = { ...BODY, channel: 'counter' };
    const answers = [
      await stage.post(body, key),
      await post(body, staff('operator'), key),
      await post(body, { ...staff('operator'), sub: 'user-2' }, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ json }) => json['code'])).size).toBe(3);
  });
});
