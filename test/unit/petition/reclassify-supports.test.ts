import { expect, test } from 'vitest';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { FACTS, NEIGHBOUR, SLOW_FACTS, smallTimetable } from '../../support/asl/small-registers.js';
import { aDeadline, aNextEvent, aPetition, routed } from '../../support/builders/petition-builder.js';
import { supportRequested } from '../../support/builders/support-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, input } from './deciding.js';

const NOW = vn('2025-03-05', '09:00');

test('a petition that is classified anew asks its supporters sooner where the lead has less time, and no others', () => {
  const slow = { category: SLOW_FACTS.code, serviceClass: 'phuc-tap' };
  const [late, soon] = [aDeadline(vn('2025-03-14', '17:00')), aDeadline(vn('2025-03-06', '17:00'))];
  const before = aPetition(
    { data: slow },
    routed({ holder: NEIGHBOUR, acceptBy: null, resolveBy: aDeadline(vn('2025-03-17', '17:00')) }),
    supportRequested({ dueBy: late }, { dueBy: soon }),
  );
  if (before.task === null) throw new Error('not open');
  const happening = decide({ ...before, task: before.task }, input({ decision: 'reclassify' }), {
    ...CONTEXT,
    newCategory: { category: FACTS, timetable: smallTimetable('thuong') },
    now: NOW,
  });
  const after = applyEvent(before, aNextEvent(before, happening, { at: NOW }));
  expect(after.task?.resolveBy?.at).toBe(vn('2025-03-10', '17:00'));
  expect(happening.data).toMatchObject({ supports: [{ thread: 'support-1' }] });
  expect(after.supports.map(({ dueBy }) => dueBy.at)).toEqual([vn('2025-03-07', '17:00'), soon.at]);
});
