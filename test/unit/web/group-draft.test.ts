import { describe, expect, it } from 'vitest';
import { checkDraft, fieldErrorsOf } from '../../../web/site/intake/check-draft.js';
import { bodyOf, EMPTY_DRAFT, type Draft } from '../../../web/site/intake/draft.js';
import { roomFor } from '../../../web/site/intake/group-draft.js';
import { submitterKinds } from '../../../web/site/intake/submitter-kinds.js';

const MAI = { name: ' Trần Thị Mai ', phone: '0900 000 001' };
const GROUP: Draft = {
  ...EMPTY_DRAFT,
  category: 'GT-BIEN',
  unit: { id: 'w:26773@0', name: 'Phường Thới An' },
  description: 'Xe khách đậu kín đường nội bộ.',
  kind: 'people-group',
  name: 'Các hộ hẻm 549',
  people: '12',
  representatives: [MAI, { name: 'Lê Văn Minh', phone: '' }],
  hasConsent: true,
};

describe('a group on the form', () => {
  it('becomes a number and its representatives; a phone typed for one person before is not sent', () => {
    expect(checkDraft(GROUP)).toEqual({});
    expect(bodyOf({ ...GROUP, phone: '0911', email: 'hem@cu-dan.example' })).toMatchObject({
      people: 12,
      representatives: [{ name: 'Trần Thị Mai', phone: '0900 000 001' }, { name: 'Lê Văn Minh' }],
      submitter: { kind: 'people-group', name: 'Các hộ hẻm 549', email: 'hem@cu-dan.example' },
    });
    expect(bodyOf({ ...GROUP, phone: '0911' }).submitter).not.toHaveProperty('phone');
  });

  it('is not sent for anybody else', () => {
    const body = bodyOf({ ...GROUP, kind: 'person' });
    expect(body).not.toHaveProperty('people');
    expect(body).not.toHaveProperty('representatives');
    expect(checkDraft({ ...GROUP, kind: 'person', people: 'x' })).toEqual({});
  });

  it.each([
    ['', 1],
    ['4', 1],
    ['5', 2],
    ['10', 2],
    ['11', 5],
    ['1.200', 5],
    ['mười', 1],
  ])('of %j people has room for %i', (people, room) => {
    expect(roomFor({ people })).toBe(room);
  });

  it.each([
    [{ people: '' }, ['people']],
    [{ people: 'mười hai' }, ['people']],
    [{ people: '4', representatives: [MAI] }, ['people']],
    [{ people: '10', representatives: [MAI, MAI, MAI] }, ['representative-0-name']],
    [
      { representatives: [MAI, { name: ' ', phone: '12' }] },
      ['representative-1-name', 'representative-1-phone'],
    ],
  ])('has faults with %j', (part, fields) => {
    expect(Object.keys(checkDraft({ ...GROUP, ...part }))).toEqual(fields);
  });

  it('shows what the API found at its representatives', () => {
    const errors = fieldErrorsOf([
      { pointer: '/people', code: 'group-too-small', message: 'một' },
      { pointer: '/representatives', code: 'too-many-representatives', message: 'hai' },
      { pointer: '/representatives/1/phone', code: 'invalid-phone', message: 'ba' },
    ]);
    expect(errors).toEqual({ people: 'một', 'representative-0-name': 'hai', 'representative-1-phone': 'ba' });
  });
});

describe('without a name', () => {
  const taking: Draft = { ...GROUP, unit: { id: 'w:26773@0', name: 'Thới An', takesAnonymous: true } };
  const ids = (draft: Draft) => submitterKinds(draft).map(({ id }) => id);

  it('is offered where the ward says so, and never by a point alone', () => {
    expect(ids(GROUP)).not.toContain('anonymous');
    expect(ids(taking)).toContain('anonymous');
    expect(ids({ ...taking, pointText: '10.869, 106.6523' })).not.toContain('anonymous');
  });

  it('sends the kind and nothing else of the person', () => {
    const draft = { ...taking, kind: 'anonymous', phone: '12', email: 'x' };
    expect(checkDraft(draft)).toEqual({});
    expect(bodyOf(draft).submitter).toEqual({ kind: 'anonymous' });
    expect(bodyOf(draft)).not.toHaveProperty('representatives');
  });

  it('stays to be seen as a fault when the place is changed to one that does not', () => {
    const draft = { ...GROUP, kind: 'anonymous' };
    expect(ids(draft)).toContain('anonymous');
    expect(Object.keys(checkDraft(draft))).toEqual(['kind']);
  });
});
