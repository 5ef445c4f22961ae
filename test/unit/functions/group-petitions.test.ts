import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createEnter } from '../../../functions/enter-petition/handler.js';
import { hasIssueText } from '../../../functions/middleware/issue-texts.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, type Stage } from './support/stage.js';

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `Người đại diện ${i + 1}`, phone: `090000010${i}` }));

const GROUP = {
  ...BODY,
  submitter: { kind: 'people-group', name: 'Các hộ hẻm 549', email: 'hem549@cu-dan.example' },
  people: 12,
  representatives: people(3),
};

describe('a petition of many, on the public channel', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  it('keeps who speaks for them in the vault, counts in the record, and the first one as the contact', async () => {
    const { status, json } = await stage.post(GROUP);
    expect(status).toBe(202);
    const petition = await stage.load(json['code']);
    expect(petition).toMatchObject({ people: 12, submitterKind: 'people-group' });
    const events = await stage.fakes.store.history(petition.id);
    expect(events[0]?.data).toMatchObject({ people: 12, representatives: 3 });
    expect(events[0]?.actor).toEqual({ kind: 'resident' });
    expect(JSON.stringify([events, petition])).not.toMatch(/Người đại diện|09000001|hem549/);
    const file = await stage.fakes.vault.openFile(petition.id);
    expect(file.representatives).toEqual([
      { name: 'Người đại diện 1', phone: '0900000100', isContact: true },
      { name: 'Người đại diện 2', phone: '0900000101' },
      { name: 'Người đại diện 3', phone: '0900000102' },
    ]);
    expect(file.submitter).toMatchObject({ phone: '0900000100', email: 'hem549@cu-dan.example' });
  });

  it.each([
    [5, 2],
    [10, 2],
    [11, 5],
    [100_000, 5],
  ])('of %i may name up to %i', async (count, most) => {
    expect((await stage.post({ ...GROUP, people: count, representatives: people(most) })).status).toBe(202);
  });

  it.each([
    ['four people', { people: 4, representatives: people(1) }, ['/people group-too-small']],
    ['three for ten', { people: 10 }, ['/representatives too-many-representatives']],
    ['six for many', { people: 99, representatives: people(6) }, ['/representatives too-big']],
    ['an unknown number', { people: undefined }, ['/people required']],
    ['nobody to speak for it', { representatives: undefined }, ['/representatives required']],
    [
      'neither',
      { people: undefined, representatives: undefined },
      ['/people required', '/representatives required'],
    ],
    ['an empty list', { representatives: [] }, ['/representatives too-small']],
    [
      'one without a name',
      { representatives: [{ phone: '0900000100' }] },
      ['/representatives/0/name required'],
    ],
    [
      'a phone that is none',
      { representatives: [...people(1), { name: 'Hai', phone: 'gọi' }] },
      ['/representatives/1/phone invalid-phone'],
    ],
    [
      'more than name and phone',
      { representatives: [{ name: 'A', idCard: '1' }] },
      ['/representatives/0 unknown-field'],
    ],
    ['half a person', { people: 7.5 }, ['/people wrong-type']],
    [
      'a single person with a crowd',
      { submitter: BODY.submitter },
      ['/people group-only', '/representatives group-only'],
    ],
  ])('is refused with %s', async (_, fields, expected) => {
    const { status, json } = await stage.post({ ...GROUP, ...fields });
    expect(status).toBe(422);
    const faults = json['errors'] as { pointer: string; code: string }[];
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
    expect(faults.every((fault) => hasIssueText(fault))).toBe(true);
    expect(stage.fakes.database.all('Petitions')).toHaveLength(0);
  });

  it('says what is wrong in the language asked for', async () => {
    const small = { ...GROUP, people: 3, representatives: people(1) };
    const message = async (language: string) =>
      ((await stage.post(small, { 'accept-language': language })).json['errors'] as { message: string }[])[0]
        ?.message;
    expect(await message('vi')).toContain('từ 5 người trở lên');
    expect(await message('en')).toContain('5 people or more');
  });

  it('leaves the desk free to write down a group of which it knows no more', async () => {
    const { people: _people, representatives: _representatives, ...body } = GROUP;
    const { status } = await call(
      createEnter(stage.deps),
      httpEvent('POST /api/operator/petitions', {
        ...{ headers: jsonHeaders(), body: JSON.stringify(body), claims: staff('operator') },
      }),
    );
    expect(status).toBe(202);
  });
});
