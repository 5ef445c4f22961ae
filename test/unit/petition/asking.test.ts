import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/petition/decisions.js';
import { aDeadline, aText } from '../../support/builders/petition-builder.js';
import { answered, asked } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, NOW, open } from './deciding.js';

const UNTIL = vn('2025-03-18', '17:00');
const MOVED = vn('2025-03-20', '17:00');

describe('asking the resident', () => {
  test('stops the clock for the ten working days of an answer, from the moment of the question', () => {
    expect(decide(open(), input({ decision: 'ask', declaredBy: null }), CONTEXT)).toEqual({
      type: 'ResidentAsked',
      data: {
        taskNo: 1,
        text: aText(),
        waitUntil: CONTEXT.timetable.residentAnswer(NOW),
      },
    });
    expect(CONTEXT.timetable.residentAnswer(NOW).at).toBe(UNTIL);
  });

  test('needs a question', () => {
    expect(issues(open(), { decision: 'ask', text: null })).toEqual([{ pointer: '/text', code: 'required' }]);
  });

  test('is possible twice on one task', () => {
    const round = [asked(UNTIL), answered(MOVED)];
    expect(issues(open({}, ...round), { decision: 'ask' })).toEqual([]);
    expect(issues(open({}, ...round, ...round), { decision: 'ask' })).toEqual([
      { pointer: '/decision', code: 'pauses-used-up', params: { max: 2 } },
    ]);
  });

  test('cannot save what is late already', () => {
    expect(issues(open(), { decision: 'ask' }, { now: vn('2025-03-10', '16:59') })).toEqual([]);
    expect(issues(open(), { decision: 'ask' }, { now: DUE })).toEqual([
      { pointer: '/decision', code: 'already-late' },
    ]);
  });

  test('is possible where no clock runs, and not at the desk that only sorts', () => {
    const party = open({ acceptBy: null, resolveBy: null, followUpAt: aDeadline(DUE) });
    expect(issues(party, { decision: 'ask' }, { now: MOVED })).toEqual([]);
    expect(issues(open({ isTriage: true }), { decision: 'ask' })).toEqual([
      { pointer: '/decision', code: 'desk-cannot-ask' },
    ]);
  });
});
