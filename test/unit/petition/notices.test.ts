import { describe, expect, test } from 'vitest';
import { spread } from '../../../core/deadline/reminders.js';
import type { Happening } from '../../../core/events.js';
import { noticesFor } from '../../../core/petition/notices.js';
import { applyEvent } from '../../../core/petition/fold.js';
import type { Timetable } from '../../../core/petition/timetable.js';
import { plusMs } from '../../../core/time.js';
import { CITY, DISTRICT, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  aFirstEvent,
  anAssignment,
  aNextEvent,
  aPetition,
  aText,
  closed,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import {
  answered,
  appealed,
  asked,
  feedbackGiven,
  forwarded,
  guided,
  pauseEnded,
  reopened,
  supplemented,
  withdrawn,
} from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';

const TIMETABLE = smallTimetable('thuong');
const URGENT: Timetable = { ...TIMETABLE, isUrgent: true, noticeTime: (at) => at };
const AT_NIGHT = vn('2025-03-04', '22:00');
const NEXT_MORNING = vn('2025-03-05', '07:30');
const AT_WARD = aPetition({}, routed({ holder: WARD }));

const promised = (happening: Happening, from = AT_WARD, timetable = TIMETABLE) => {
  const event = aNextEvent(from, happening, { at: AT_NIGHT });
  return noticesFor(event, { before: from, after: applyEvent(from, event) }, timetable);
};
const brief = (notices: ReturnType<typeof promised>) =>
  notices.map(({ kind, to, taskNo }) => [
    kind,
    to.kind === 'agency' ? `${to.agencyId} ${to.role}` : 'resident',
    taskNo,
  ]);

const toDistrict = anAssignment({ holder: DISTRICT });
const remind = (
  kind: 'before-due' | 'overdue' | 'follow-up' | 'first-notice',
  copyToHead: boolean,
): Happening => ({
  type: 'HolderReminded',
  data: { taskNo: 1, kind, planned: AT_NIGHT, copyToHead },
});

describe('what an event promises to whom', () => {
  test('a submission: the receipt', () => {
    const event = aFirstEvent();
    const notices = noticesFor(event, { before: null, after: applyEvent(null, event) }, TIMETABLE);
    expect(brief(notices)).toEqual([['receipt', 'resident', null]]);
  });

  test.each<[string, Happening, unknown[]]>([
    [
      'an acceptance',
      { type: 'TaskAccepted', data: { taskNo: 1, text: null } },
      [['accepted', 'resident', null]],
    ],
    ['a note', { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } }, []],
    ['a reminder', remind('before-due', false), [['reminder', `${WARD.id} main`, 1]]],
    ['an overdue reminder', remind('overdue', false), [['overdue', `${WARD.id} main`, 1]]],
    [
      'the first overdue reminder',
      remind('overdue', true),
      [
        ['overdue', `${WARD.id} main`, 1],
        ['overdue', `${WARD.id} head`, 1],
      ],
    ],
    ['a question of the Party lane', remind('follow-up', false), [['follow-up', `${WARD.id} main`, 1]]],
    [
      'an escalation',
      { type: 'PetitionEscalated', data: { taskNo: 1, assignment: toDistrict, lateSince: AT_NIGHT } },
      [
        ['escalated-to-you', `${DISTRICT.id} main`, 2],
        ['moved-away', `${WARD.id} main`, null],
        ['moved', 'resident', null],
      ],
    ],
    [
      'a transfer, with whom it concerns besides',
      {
        type: 'PetitionTransferred',
        data: {
          taskNo: 1,
          text: aText(),
          assignment: anAssignment({ holder: DISTRICT, support: [CITY] }),
          weight: 1,
        },
      },
      [
        ['assignment', `${DISTRICT.id} main`, 2],
        ['informed', `${CITY.id} main`, null],
        ['moved-away', `${WARD.id} main`, null],
        ['moved', 'resident', null],
      ],
    ],
    [
      'the end of a holder',
      {
        type: 'PetitionReassigned',
        data: { taskNo: 1, assignment: toDistrict, because: 'holder-abolished' },
      },
      [
        ['assignment', `${DISTRICT.id} main`, 2],
        ['moved-away', `${WARD.id} main`, null],
        ['moved', 'resident', null],
      ],
    ],
    [
      'an extension',
      {
        type: 'DeadlineExtended',
        data: {
          ...{ taskNo: 1, text: aText(), resolveBy: aDeadline(AT_NIGHT) },
          promised: { firstNoticeBy: aDeadline(AT_NIGHT), resolveBy: aDeadline(AT_NIGHT) },
        },
      },
      [['extended', 'resident', null]],
    ],
    ['a decision', resolved(), [['decision', 'resident', null]]],
    ['guidance', guided(), [['decision', 'resident', null]]],
    ['forwarding', forwarded(), [['decision', 'resident', null]]],
    ['a question', asked(NEXT_MORNING), [['question', 'resident', null]]],
    ['an answer of the resident', answered(NEXT_MORNING), [['answered', `${WARD.id} main`, 1]]],
    ['what the resident adds', supplemented(), [['answered', `${WARD.id} main`, 1]]],
    ['the end of a pause', pauseEnded(NEXT_MORNING), [['resumed', `${WARD.id} main`, 1]]],
    [
      'a missed first notice',
      remind('first-notice', true),
      [
        ['first-notice', `${WARD.id} main`, 1],
        ['first-notice', `${WARD.id} head`, 1],
      ],
    ],
    [
      'a withdrawal: to the resident too, since somebody else may have used the receipt',
      withdrawn(),
      [
        ['withdrawn', `${WARD.id} main`, null],
        ['withdrawal-noted', 'resident', null],
      ],
    ],
  ])('%s', (_what, happening, expected) => {
    expect(brief(promised(happening))).toEqual(expected);
  });

  test('the first routing: the holder and whom it concerns; the resident has the receipt already', () => {
    const notices = promised(routed({ holder: WARD, support: [CITY] }), aPetition());
    expect(brief(notices)).toEqual([
      ['assignment', `${WARD.id} main`, 1],
      ['informed', `${CITY.id} main`, null],
    ]);
  });

  test('a withdrawal before anybody held it: only to the resident', () => {
    expect(brief(promised(withdrawn(), aPetition()))).toEqual([['withdrawal-noted', 'resident', null]]);
  });

  test('not being satisfied: the unit that looks again; the next authority with the former holder and the resident', () => {
    const decided = aPetition({}, routed({ holder: WARD }), resolved());
    expect(brief(promised(reopened(AT_NIGHT, { holder: WARD }), decided))).toEqual([
      ['reopened', `${WARD.id} main`, 2],
    ]);
    expect(brief(promised(appealed(AT_NIGHT, { holder: DISTRICT }), decided))).toEqual([
      ['appealed-to-you', `${DISTRICT.id} main`, 2],
      ['moved-away', `${WARD.id} main`, null],
      ['moved', 'resident', null],
    ]);
  });

  test('delivery, the last word of the resident and closing: nothing', () => {
    const decided = aPetition({}, routed(), resolved());
    expect(
      promised(
        { type: 'AnswerDelivered', data: { by: 'desk', feedbackUntil: aDeadline(AT_NIGHT) } },
        decided,
      ),
    ).toEqual([]);
    expect(promised(feedbackGiven(true), decided)).toEqual([]);
    expect(promised(closed(), decided)).toEqual([]);
  });

  test('a former holder that stays on as support is told by one mail, not by two', () => {
    const withSupport = {
      type: 'PetitionEscalated',
      data: {
        taskNo: 1,
        assignment: anAssignment({ holder: DISTRICT, support: [WARD, CITY] }),
        lateSince: AT_NIGHT,
      },
    } as const;
    expect(brief(promised(withSupport))).toEqual([
      ['escalated-to-you', `${DISTRICT.id} main`, 2],
      ['informed', `${WARD.id} main`, null],
      ['informed', `${CITY.id} main`, null],
      ['moved', 'resident', null],
    ]);
  });

  test('a petition that stays with the same body tells nobody that it went away', () => {
    const same = {
      type: 'PetitionEscalated',
      data: { taskNo: 1, assignment: anAssignment({ holder: WARD }), lateSince: AT_NIGHT },
    } as const;
    expect(brief(promised(same)).map(([kind]) => kind)).toEqual(['escalated-to-you']);
  });
});

describe('a notice', () => {
  const escalated: Happening = {
    type: 'PetitionEscalated',
    data: { taskNo: 1, assignment: toDistrict, lateSince: AT_NIGHT },
  };

  test('has the number of its event and its place in it as id, so that it is promised once', () => {
    expect(promised(escalated).map((notice) => notice.id)).toEqual(['000003-0', '000003-1', '000003-2']);
  });

  test('leaves in office hours for officials, at once for residents', () => {
    expect(promised(escalated).map((notice) => notice.sendAfter)).toEqual([
      NEXT_MORNING,
      NEXT_MORNING,
      AT_NIGHT,
    ]);
  });

  test('of a reform leaves within half an hour, with those of the same petition', () => {
    const reform: Happening = {
      type: 'PetitionReassigned',
      data: { taskNo: 1, assignment: toDistrict, because: 'holder-abolished' },
    };
    const late = Math.floor(spread(AT_WARD.id) / 60_000) * 60_000;
    expect(late).toBeGreaterThan(0);
    expect(promised(reform).map((notice) => notice.sendAfter)).toEqual([
      plusMs(NEXT_MORNING, late),
      plusMs(NEXT_MORNING, late),
      plusMs(AT_NIGHT, late),
    ]);
    expect(promised(reform, AT_WARD, URGENT).map((notice) => notice.sendAfter)).toEqual(
      Array.from({ length: 3 }, () => AT_NIGHT),
    );
  });

  test('of the urgent class leaves at once for everybody', () => {
    expect(promised(escalated, AT_WARD, URGENT).map((notice) => notice.sendAfter)).toEqual([
      AT_NIGHT,
      AT_NIGHT,
      AT_NIGHT,
    ]);
  });
});
