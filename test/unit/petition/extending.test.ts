import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/petition/decisions.js';
import { aDeadline, anAssignment } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, DUE, input, issues, LATEST, open } from './deciding.js';

describe('extending', () => {
  test.each([
    ['2025-03-11', []],
    ['2025-03-17', []],
    ['2025-03-18', [{ pointer: '/until', code: 'too-late', params: { latest: LATEST } }]],
  ])('until %s', (until, expected) => {
    expect(issues(open(), { decision: 'extend', until })).toEqual(expected);
  });

  test('ends with the office hours of the day named, and is promised to the resident', () => {
    const happening = decide(open(), input({ decision: 'extend', until: '2025-03-12' }), CONTEXT);
    const at = vn('2025-03-12', '17:00');
    expect(happening).toMatchObject({
      type: 'DeadlineExtended',
      data: { taskNo: 1, resolveBy: { at }, promised: { resolveBy: { at } } },
    });
  });

  test('is possible once, while it is not late, where there is a deadline and a term for it', () => {
    const until = '2025-03-12';
    const once = open({}, decide(open(), input({ decision: 'extend', until }), CONTEXT));
    const ask = { decision: 'extend', until: '2025-03-14' } as const;
    expect(issues(once, ask)).toEqual([{ pointer: '/decision', code: 'extensions-used-up' }]);
    expect(issues(open(), ask, { now: DUE })).toEqual([{ pointer: '/decision', code: 'already-late' }]);
    expect(issues(open(), ask, { now: vn('2025-03-10', '16:59') })).toEqual([]);
    expect(issues(open({ resolveBy: null, followUpAt: aDeadline(DUE) }), ask)).toEqual([
      { pointer: '/decision', code: 'no-deadline' },
    ]);
    const rigid = { ...CONTEXT.timetable, extension: () => null };
    expect(issues(open(), ask, { timetable: rigid })).toEqual([
      { pointer: '/decision', code: 'not-extendable' },
    ]);
  });

  test('is counted from the deadline that it moves', () => {
    expect(anAssignment().resolveBy?.at).not.toBe(LATEST);
    expect(CONTEXT.timetable.extension(DUE)?.at).toBe(LATEST);
  });
});
