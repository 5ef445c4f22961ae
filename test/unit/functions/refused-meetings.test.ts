import { beforeEach, describe, expect, it } from 'vitest';
import { hasIssueText } from '../../../functions/middleware/issue-texts.js';
import { createHandler } from '../../../functions/record-meeting/handler.js';
import { call, httpEvent, staff, type Answer } from './support/http-event.js';
import { CAU_KHO, MEETING, PAVEMENT, PERMIT, SUBMITTER } from './support/meeting-bodies.js';
import { createStage, jsonHeaders, type Stage } from './support/stage.js';

describe('what a meeting is refused for', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });
  const post = (body: unknown): Promise<Answer> =>
    call(
      createHandler(stage.deps),
      httpEvent('POST /api/meetings', {
        headers: jsonHeaders(),
        body: JSON.stringify(body),
        claims: staff('operator'),
      }),
    );
  const stored = () => stage.fakes.database.all('Petitions').length;

  const at = (item: object) => ({ ...MEETING, items: [PAVEMENT, { ...PERMIT, ...item }] });
  const party = { category: 'TOCHUC', addressee: 'khong-co' };

  it.each([
    ['no kind', { ...MEETING, kind: undefined }, '/kind required'],
    ['an unknown kind', { ...MEETING, kind: 'HOP' }, '/kind not-in-list'],
    ['a day that is none', { ...MEETING, heldOn: '2023-02-30' }, '/heldOn not-a-day'],
    ['a day to come', { ...MEETING, heldOn: '2023-03-11' }, '/heldOn in-future'],
    ['a day of five weeks ago', { ...MEETING, heldOn: '2023-02-01' }, '/heldOn too-far-back'],
    ['a past day without a reason', { ...MEETING, heldOn: '2023-03-09' }, '/receivedAtReason required'],
    ['an unknown ward', { ...MEETING, unit: 'w:99999@0' }, '/unit unknown-unit'],
    ['a district as its ward', { ...MEETING, unit: 'd:760@0' }, '/unit unit-too-large'],
    ['an unknown receiver', { ...MEETING, items: [], receivedBy: 'khong-co' }, '/receivedBy unknown-agency'],
    ['items without consent', { ...MEETING, consent: undefined }, '/consent consent-needed'],
    ['no list of items', { ...MEETING, items: undefined }, '/items required'],
    ['too many items', { ...MEETING, items: Array(101).fill(PAVEMENT) }, '/items too-big'],
    ['a field that it does not know', { ...MEETING, notes: 'x' }, ' unknown-field'],
    ['an unknown category', at({ category: 'KHONG-CO' }), '/items/1/category unknown-category'],
    ['a ward that does not exist', at({ unit: 'w:99999@0' }), '/items/1/unit unknown-unit'],
    [
      'a point and a ward',
      at({ unit: CAU_KHO, point: { lat: 10.7, lon: 106.6 } }),
      '/items/1/unit unit-or-point',
    ],
    ['too short a text', at({ description: 'Ngắn' }), '/items/1/description too-short'],
    ['an item without a name', at({ submitter: { kind: 'person' } }), '/items/1/submitter/name required'],
    [
      'a telephone that is none',
      at({ submitter: { ...SUBMITTER, phone: '12' } }),
      '/items/1/submitter/phone invalid-phone',
    ],
    ['a receipt of its own', at({ receivedAt: '2023-03-09' }), '/items/1 unknown-field'],
    ['a denunciation', at({ nature: 'to-cao' }), '/items/1 unknown-field'],
    [
      'an addressee of no Party',
      at({ addressee: 'mttq-huyen/d:760@0' }),
      '/items/1/addressee party-lane-only',
    ],
    ['an unknown addressee', at(party), '/items/1/addressee unknown-agency'],
    ['a follow-up with a clock', at({ followUpOn: '2023-04-01' }), '/items/1/followUpOn no-follow-up'],
    ['a question of no category', at({ conditions: { x: true } }), '/items/1/conditions unknown-condition'],
  ])('%s; and writes nothing at all', async (_, body, expected) => {
    const { status, json } = await post(body);
    expect(status).toBe(422);
    const faults = json['errors'] as { pointer: string; code: string }[];
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([expected]);
    expect(faults.every((fault) => hasIssueText(fault))).toBe(true);
    expect(stored()).toBe(0);
  });

  it('names the faults of all items at once', async () => {
    const bad = [
      { ...PAVEMENT, category: 'A' },
      PERMIT,
      { ...PERMIT, unit: 'w:99999@0', conditions: { x: true } },
    ];
    const { json } = await post({ ...MEETING, items: bad });
    expect(json['errors']).toMatchObject([
      { pointer: '/items/0/category' },
      { pointer: '/items/2/conditions' },
      { pointer: '/items/2/unit' },
    ]);
  });
});
