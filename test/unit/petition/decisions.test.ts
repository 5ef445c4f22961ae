import { describe, expect, test } from 'vitest';
import { GUIDED_TRACKS } from '../../../core/events.js';
import { decide, MAX_NOTES_PER_TASK, MAX_TRANSFER_WEIGHT } from '../../../core/petition/decisions.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { CHAIRMAN, CITY, DISTRICT, NEIGHBOUR, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aText } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, open } from './deciding.js';

const PHOTO = { key: 'k', sha256: 'c'.repeat(64), type: 'image/jpeg', size: 1 } as const;

describe('a decision is refused, with the field at fault', () => {
  test.each([
    ['note', { text: null }, '/text', 'required'],
    ['transfer', { agency: null }, '/agency', 'required'],
    ['transfer', { agency: NEIGHBOUR.id, text: null }, '/text', 'required'],
    ['transfer', { agency: WARD.id }, '/agency', 'same-agency'],
    ['transfer', { agency: 'khong-co' }, '/agency', 'unknown-agency'],
    ['transfer', { agency: DISTRICT.id }, '/agency', 'other-tier'],
    ['beyond-competence', { text: null }, '/text', 'required'],
    ['extend', { until: null }, '/until', 'required'],
    ['extend', { until: '2025-03-12', text: null }, '/text', 'required'],
    ['extend', { until: '2025-03-10' }, '/until', 'not-later'],
    ['extend', { until: '2026-02-31' }, '/until', 'not-a-day'],
    ['extend', { until: 'mai' }, '/until', 'not-a-day'],
    ['resolve', { text: null }, '/text', 'required'],
    ['resolve', { declaredBy: null }, '/actorName', 'required'],
    ['reject', { ground: 'already-settled', declaredBy: null }, '/actorName', 'required'],
    ['reject', { ground: 'already-settled', text: null }, '/text', 'required'],
    ['reject', { ground: null }, '/ground', 'legal-ground'],
    ['reject', { ground: 'no-time' }, '/ground', 'legal-ground'],
    ['guide', { track: null }, '/track', 'statutory-track'],
    ['guide', { track: 'bao-chi' }, '/track', 'statutory-track'],
    ['guide', { track: 'to-cao', text: null }, '/text', 'required'],
    ['guide', { track: 'to-cao', declaredBy: null }, '/actorName', 'required'],
    ['forward', { body: null }, '/body', 'required'],
    ['forward', { body: aText(), text: null }, '/text', 'required'],
    ['forward', { body: aText(), declaredBy: null }, '/actorName', 'required'],
  ] as const)('%s with %o', (...[decision, fields, pointer, code]) => {
    expect(issues(open(), { decision, ...fields })).toEqual([{ pointer, code }]);
  });
});

test('a petition about an agency is not transferred to it', () => {
  const aboutNeighbour = { ...open(), against: NEIGHBOUR.id };
  expect(issues(aboutNeighbour, { decision: 'transfer', agency: NEIGHBOUR.id })).toEqual([
    { pointer: '/agency', code: 'accused-agency' },
  ]);
});

describe('accepting', () => {
  test.each([null, aText()])('needs no words (%o)', (text) => {
    expect(decide(open(), input({ decision: 'accept', text, declaredBy: null }), CONTEXT)).toEqual({
      type: 'TaskAccepted',
      data: { taskNo: 1, text },
    });
  });
});

describe('resolving', () => {
  test.each([
    ['photo', false],
    ['document', false],
    ['none', true],
  ] as const)('without evidence, where the category asks for %s: allowed %s', (evidenceRule, isAllowed) => {
    const found = issues(open(), { decision: 'resolve' }, { evidenceRule });
    expect(found).toEqual(isAllowed ? [] : [{ pointer: '/noEvidenceReason', code: 'evidence-or-reason' }]);
  });

  test.each([
    ['a photo', { evidence: [PHOTO] }],
    ['a reason why there is none', { noEvidenceReason: aText() }],
  ])('is possible with %s', (_with, fields) => {
    expect(issues(open(), { decision: 'resolve', ...fields }, { evidenceRule: 'photo' })).toEqual([]);
  });

  test('tells everything that was handed in, under the number of the task', () => {
    const asked = input({ decision: 'resolve', evidence: [PHOTO], documentNo: '45/UBND' });
    expect(decide(open(), asked, CONTEXT)).toEqual({
      type: 'PetitionResolved',
      data: {
        taskNo: 1,
        text: asked.text,
        declaredBy: asked.declaredBy,
        evidence: [PHOTO],
        noEvidenceReason: null,
        documentNo: '45/UBND',
      },
    });
  });
});

describe('the number of a document', () => {
  test.each([
    '123/UBND-VP',
    '45/QĐ-UBND',
    '7',
    'Số 12 (bản sao), 125–126/STNMT&MT',
    '1234/UBND.ĐT',
    '01/2025/TB',
  ])('may be %s', (documentNo) => {
    expect(issues(open(), { decision: 'resolve', documentNo })).toEqual([]);
  });

  test.each([
    '<b>45</b>',
    '45/QĐ\u0000',
    '45\n/QĐ',
    '=HYPERLINK("x")',
    '---',
    '45 | x',
    '\u202E45/QĐ',
    '4'.repeat(81),
  ])('is refused as %j', (documentNo) => {
    const fault = [{ pointer: '/documentNo', code: 'document-no' }];
    expect(issues(open(), { decision: 'resolve', documentNo })).toEqual(fault);
    expect(issues(open(), { decision: 'reject', ground: 'already-settled', documentNo })).toEqual(fault);
  });
});

describe('noting progress', () => {
  const note = decide(open(), input({ decision: 'note' }), CONTEXT);

  test('ends with the last note allowed on one task; the next task counts anew', () => {
    const notes = Array.from({ length: MAX_NOTES_PER_TASK - 1 }, () => note);
    expect(issues(open({}, ...notes), { decision: 'note' })).toEqual([]);
    expect(issues(open({}, ...notes, note), { decision: 'note' })).toEqual([
      { pointer: '/decision', code: 'notes-used-up', params: { max: MAX_NOTES_PER_TASK } },
    ]);
    const moved = decide(open(), input({ decision: 'transfer', agency: NEIGHBOUR.id }), CONTEXT);
    expect(issues(open({}, ...notes, note, moved), { decision: 'note' })).toEqual([]);
  });
});

describe('refusing', () => {
  test('names a legal ground', () => {
    const happening = decide(open(), input({ decision: 'reject', ground: 'court-or-inspection' }), CONTEXT);
    expect(happening).toMatchObject({
      type: 'PetitionRejected',
      data: { taskNo: 1, ground: 'court-or-inspection' },
    });
  });
});

describe('guiding', () => {
  test.each(GUIDED_TRACKS)('names the track of the law that it belongs to: %s', (track) => {
    const asked = input({ decision: 'guide', track, documentNo: '12/HD-UBND' });
    expect(decide(open(), asked, CONTEXT)).toEqual({
      type: 'PetitionGuided',
      data: {
        ...{ taskNo: 1, track, documentNo: '12/HD-UBND' },
        ...{ text: asked.text, declaredBy: asked.declaredBy },
      },
    });
  });
});

describe('forwarding', () => {
  test('names the body in the vault, apart from the answer', () => {
    const asked = input({ decision: 'forward', body: aText('d'.repeat(64)) });
    expect(decide(open(), asked, CONTEXT)).toEqual({
      type: 'PetitionForwarded',
      data: {
        ...{ taskNo: 1, body: aText('d'.repeat(64)), documentNo: null },
        ...{ text: asked.text, declaredBy: asked.declaredBy },
      },
    });
  });
});

describe('transferring', () => {
  const transfer = (to: string) => input({ decision: 'transfer', agency: to });

  test('keeps the running clock: only taking the task gets a new term', () => {
    const happening = decide(open(), transfer(NEIGHBOUR.id), CONTEXT);
    expect(happening).toMatchObject({
      type: 'PetitionTransferred',
      data: {
        weight: 1,
        assignment: {
          holder: NEIGHBOUR,
          resolveBy: { at: DUE },
          acceptBy: { at: vn('2025-03-05', '17:00') },
        },
      },
    });
  });

  test('on the last day gives no more time to accept than there is to settle', () => {
    const happening = decide(open(), transfer(NEIGHBOUR.id), { ...CONTEXT, now: vn('2025-03-10', '16:00') });
    expect(happening).toMatchObject({
      data: { assignment: { acceptBy: { at: DUE }, resolveBy: { at: DUE } } },
    });
  });

  test('back to a former holder counts double, and after three it is enough', () => {
    const moved = (from: Petition & { task: Task }, to: string) => decide(from, transfer(to), CONTEXT);
    const once = open({}, moved(open(), NEIGHBOUR.id));
    const back = moved(once, WARD.id);
    expect(back).toMatchObject({ data: { weight: 2 } });
    const thrice = open({}, moved(open(), NEIGHBOUR.id), back);
    expect(thrice.transfers).toBe(MAX_TRANSFER_WEIGHT);
    expect(issues(thrice, { decision: 'transfer', agency: NEIGHBOUR.id })).toEqual([
      { pointer: '/decision', code: 'transfers-used-up', params: { max: MAX_TRANSFER_WEIGHT } },
    ]);
  });

  test('by the reception desk may go anywhere, weighs nothing and begins the proper terms', () => {
    const atDesk = open({ isTriage: true, acceptBy: null, resolveBy: aDeadline(vn('2025-03-05', '17:00')) });
    const happening = decide(atDesk, transfer(CITY.id), CONTEXT);
    expect(happening).toMatchObject({
      data: { weight: 0, assignment: { holder: CITY, resolveBy: { at: vn('2025-03-11', '17:00') } } },
    });
  });
});

describe('not being competent', () => {
  test('moves it to the next authority with fresh terms and a new promise; the answers to its questions are kept', () => {
    const asked = input({ decision: 'beyond-competence', conditions: { 'chan-thoat-nuoc': true } });
    const happening = decide(open(), asked, CONTEXT);
    expect(happening).toMatchObject({
      type: 'BeyondCompetenceDeclared',
      data: {
        conditions: { 'chan-thoat-nuoc': true },
        assignment: { holder: DISTRICT, resolveBy: { at: vn('2025-03-11', '17:00') } },
        promised: {
          firstNoticeBy: open().promised.firstNoticeBy,
          resolveBy: { at: vn('2025-03-11', '17:00') },
        },
      },
    });
  });

  test.each([
    ['the last owner', { holder: CHAIRMAN, isLastOwner: true }],
    ['whoever is its own next authority', { holder: CHAIRMAN }],
  ])('is no way out for %s', (_who, assignment) => {
    expect(issues(open(assignment), { decision: 'beyond-competence' })).toEqual([
      { pointer: '/decision', code: 'last-owner' },
    ]);
  });
});
