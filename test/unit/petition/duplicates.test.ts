import { describe, expect, test } from 'vitest';
import { applyEvent } from '../../../core/petition/fold.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { noticesFor } from '../../../core/petition/notices.js';
import type { Petition } from '../../../core/petition/petition.js';
import { smallJurisdiction, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import { FOLLOWS, linked, unlinked } from '../../support/builders/duplicate-happenings.js';
import {
  aNextEvent,
  aPetition,
  anAssignment,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { withdrawn } from '../../support/builders/resident-happenings.js';
import { supportRequested } from '../../support/builders/support-happenings.js';
import { vn } from '../../support/instants.js';
import { issues, NOW, open } from './deciding.js';

const LINK = { decision: 'link-duplicate', duplicateOf: '0000-0000-0000-0' } as const;

const main = (data: Parameters<typeof aPetition>[0] = {}): Petition => aPetition({ n: 9, ...data }, routed());

describe('what a holder may link to', () => {
  const refusal = (linkTo: Petition | null, petition = open()) =>
    issues(petition, LINK, { linkTo }).map(({ code }) => code);

  test('an open petition of the same province and lane', () => {
    expect(refusal(main())).toEqual([]);
    expect(refusal(aPetition({ n: 9 }, routed(), resolved()))).toEqual([]);
    expect(refusal(null)).toEqual(['unknown-code']);
    expect(refusal(main({ data: { provinceId: 'hn' } }))).toEqual(['other-province']);
    expect(refusal(main({ data: { lane: 'party' } }))).toEqual(['other-lane']);
    expect(refusal(aPetition({ n: 9 }, routed(), withdrawn()))).toEqual(['main-ended']);
  });

  test('not what is about its own officials: to it there is no such code', () => {
    expect(refusal(main({ data: { against: WARD.id } }))).toEqual(['unknown-code']);
    expect(refusal(main({ data: { against: 'cong-an' } }))).toEqual([]);
  });

  test('what is about an agency is not linked to what that agency may answer', () => {
    const about = { ...open(), against: 'cong-an' };
    expect(refusal(main(), about)).toEqual(['not-against-same']);
    expect(refusal(main({ data: { against: 'cong-an' } }), about)).toEqual([]);
  });

  test('nothing without a reason, nor while supporters are asked', () => {
    const codes = issues(open(), { ...LINK, text: null }, { linkTo: main() }).map(({ pointer }) => pointer);
    expect(codes).toEqual(['/text']);
    expect(refusal(main(), open({}, supportRequested()))).toEqual(['supports-open']);
  });
});

describe('the step of a duplicate', () => {
  const base = { timetable: smallTimetable('thuong'), now: NOW };
  const context = { ...base, jurisdiction: smallJurisdiction() };
  const duplicate = aPetition({}, routed(), linked());
  const stepWith = (of: Petition | null) => nextStep(duplicate, { ...context, main: of }).next;

  test('waits for the main petition and looks on the next working day', () => {
    expect(nextStep(duplicate, { ...context, main: main() })).toEqual({
      next: 'AwaitDecision',
      wakeAt: base.timetable.nextOverdueReminder(NOW, NOW),
    });
    expect(stepWith(null)).toBe('AwaitDecision');
  });

  test('follows an answer, also of a petition that has closed, a withdrawal and another category', () => {
    expect(stepWith(aPetition({ n: 9 }, routed(), resolved()))).toBe('Follow');
    expect(stepWith(aPetition({ n: 9 }, routed(), withdrawn()))).toBe('Follow');
    expect(stepWith({ ...main(), category: 'DATDAI' })).toBe('Follow');
    expect(stepWith(main())).toBe('AwaitDecision');
  });

  test('moves with its holder and stays a duplicate', () => {
    const reassigned = applyEvent(
      duplicate,
      aNextEvent(duplicate, {
        type: 'PetitionReassigned',
        data: { taskNo: 1, assignment: anAssignment({ holder: WARD }), because: 'holder-abolished' },
      }),
    );
    expect(reassigned).toMatchObject({ status: 'LINKED', duplicateOf: duplicate.duplicateOf });
    expect(reassigned.hops).toHaveLength(2);
  });
});

describe('a duplicate in its history', () => {
  const duplicate = aPetition({}, routed(), linked());
  const after = (...happenings: Parameters<typeof aNextEvent>[1][]): Petition =>
    happenings.reduce((petition, each) => applyEvent(petition, aNextEvent(petition, each)), duplicate);

  test('names whoever answered the main petition', () => {
    expect(after(resolved({ follows: FOLLOWS })).outcome).toMatchObject({
      agencyId: FOLLOWS.agency.id,
      agencyName: FOLLOWS.agency.name,
    });
  });

  test('is told to its resident when it begins and ends', () => {
    const kinds = (before: Petition, happening: Parameters<typeof aNextEvent>[1]) => {
      const event = aNextEvent(before, happening);
      return noticesFor(event, { before, after: applyEvent(before, event) }, smallTimetable('thuong')).map(
        ({ kind, to }) => `${kind} ${to.kind}`,
      );
    };
    expect(kinds(aPetition({}, routed()), linked())).toEqual(['merged resident']);
    expect(kinds(duplicate, unlinked())).toEqual(['unmerged resident']);
    const returned = unlinked(anAssignment());
    expect(kinds(duplicate, returned)).toEqual(['assignment agency', 'unmerged resident']);
  });

  test('counts the link as the first notice and the task as taken', () => {
    expect(duplicate).toMatchObject({
      firstNoticeAt: duplicate.head.at,
      task: { acceptedAt: duplicate.head.at },
    });
    expect(vn('2025-03-04', '09:00')).toBe(NOW);
  });
});
