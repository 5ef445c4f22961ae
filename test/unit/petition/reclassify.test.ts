import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../core/events.js';
import type { DecisionContext } from '../../../core/petition/decision-input.js';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { dueAt, isLate, type Petition, type Task } from '../../../core/petition/petition.js';
import { MAX_RECLASSIFICATIONS } from '../../../core/petition/reclassify.js';
import { endOfTenure } from '../../../core/petition/tenure.js';
import {
  CITY,
  DISTRICT,
  FACTS,
  NEIGHBOUR,
  PARTY_FACTS,
  SLOW_FACTS,
  smallJurisdiction,
  smallTimetable,
  WARD,
} from '../../support/asl/small-registers.js';
import {
  aDeadline,
  aFirstEvent,
  anAssignment,
  aNextEvent,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { answered, asked, reopened } from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, input, issues } from './deciding.js';

type Held = Petition & { task: Task };

const SLOW = { category: SLOW_FACTS, timetable: smallTimetable('phuc-tap') };
const QUICK = { category: FACTS, timetable: smallTimetable('thuong') };
/** Received on Monday 2025-03-03 at 08:30: five working days. */
const DUE = vn('2025-03-10', '17:00');
/** Ten working days from the receipt. */
const SLOW_DUE = vn('2025-03-17', '17:00');

const held = (petition: Petition): Held => {
  if (petition.task === null) throw new Error('not open');
  return { ...petition, task: petition.task };
};

const TERMS = smallTimetable('thuong');
const first = (slow = false): Petition => {
  const timetable = smallTimetable(slow ? 'phuc-tap' : 'thuong');
  const { at } = aFirstEvent();
  const promised = { firstNoticeBy: timetable.firstNotice(at), resolveBy: timetable.resolve(at) };
  const kind = slow ? { category: SLOW_FACTS.code, serviceClass: 'phuc-tap' } : {};
  return applyEvent(null, aFirstEvent({ data: { ...kind, promised } }));
};

const then = (petition: Petition, happening: Happening, at: string): Petition =>
  applyEvent(petition, aNextEvent(petition, happening, { at }));

const atWard = (assignment: Parameters<typeof routed>[0] = {}): Petition => {
  const petition = first();
  const acceptBy = TERMS.accept(petition.receivedAt);
  const resolveBy = TERMS.resolve(petition.receivedAt);
  return then(
    petition,
    routed({ holder: WARD, acceptBy, resolveBy, ...assignment }),
    vn('2025-03-03', '08:31'),
  );
};

const reclassify = (petition: Petition, now: string, context: Partial<DecisionContext> = {}) => {
  const happening = decide(held(petition), input({ decision: 'reclassify' }), {
    ...CONTEXT,
    newCategory: SLOW,
    ...{ now, ...context },
  });
  if (happening.type !== 'PetitionReclassified') throw new Error(happening.type);
  return { data: happening.data, after: then(petition, happening, now) };
};

/** Every category is the ward's. */
const ALL_OURS = smallJurisdiction();
const OURS = { ...ALL_OURS, first: () => ALL_OURS.named(atWard(), WARD.id, DUE)! };

describe('a petition that is classified anew', () => {
  const now = vn('2025-03-05', '09:00');

  it('goes to whom the rules of the day name, by a hop that is no transfer', () => {
    const { data, after } = reclassify(atWard(), now);
    expect(data).toMatchObject({ kept: null, category: 'DATDAI', serviceClass: 'phuc-tap', lane: 'admin' });
    expect(data.from).toEqual({ category: 'VSMT', conditions: {}, serviceClass: 'thuong', lane: 'admin' });
    expect(after).toMatchObject({ status: 'ASSIGNED', transfers: 0, category: 'DATDAI', task: { no: 2 } });
    expect(after.hops.at(-1)).toMatchObject({ kind: 'reclassified', from: WARD.id, to: NEIGHBOUR.id });
    expect(after.firstNoticeAt).toBe(now);
  });

  it('has the new terms from the original receipt, and a day to be taken over', () => {
    const { after } = reclassify(atWard(), now);
    expect(after.task?.resolveBy).toMatchObject({ at: SLOW_DUE, term: 'phuc-tap.resolve' });
    expect(dueAt(after)).toBe(SLOW_DUE);
    expect(after.task?.acceptBy?.at).toBe(vn('2025-03-06', '17:00'));
    expect(after.reclassifications).toMatchObject([{ from: 'VSMT', to: 'DATDAI', resolveBy: { at: DUE } }]);
  });

  it('stays with the same lead, which goes on under the new terms', () => {
    const before = then(atWard(), { type: 'TaskAccepted', data: { taskNo: 1, text: null } }, now);
    const { data, after } = reclassify(before, now, { jurisdiction: OURS });
    expect(data.assignment).toBeNull();
    expect(after).toMatchObject({ status: 'ACCEPTED', task: { no: 1, holder: WARD, remindedFor: now } });
    expect(after.hops).toHaveLength(1);
    expect([after.task?.resolveBy?.at, dueAt(after)]).toEqual([SLOW_DUE, SLOW_DUE]);
  });

  it('keeps the time in which the clock stood still, to the minute', () => {
    const paused = then(atWard(), asked(vn('2025-03-19', '17:00')), vn('2025-03-04', '09:00'));
    const running = then(paused, answered(vn('2025-03-12', '17:00')), vn('2025-03-06', '09:00'));
    expect(running.stood).toEqual([{ since: vn('2025-03-04', '09:00'), until: vn('2025-03-06', '09:00') }]);
    for (const jurisdiction of [smallJurisdiction(), OURS]) {
      const { after } = reclassify(running, vn('2025-03-07', '09:00'), { jurisdiction });
      // Two working days more than without the pause.
      expect(after.task?.resolveBy?.at).toBe(vn('2025-03-19', '17:00'));
      expect(dueAt(after)).toBe(vn('2025-03-19', '17:00'));
    }
  });

  it('does not count a pause as longer than it could last, however late the workflow looked', () => {
    const until = vn('2025-03-06', '09:00');
    const paused = then(atWard(), asked(until), vn('2025-03-04', '09:00'));
    const promised = { ...paused.promised, resolveBy: aDeadline(vn('2025-03-12', '17:00')) };
    const resumed = (stoodUntil?: string): Petition =>
      then(
        paused,
        {
          type: 'PauseEnded',
          data: {
            ...{ taskNo: 1, because: 'no-answer', resolveBy: promised.resolveBy, promised },
            ...(stoodUntil !== undefined && { stoodUntil }),
          },
        },
        vn('2025-03-07', '11:00'),
      );
    expect(resumed().stood.at(-1)?.until).toBe(until);
    expect(resumed(vn('2025-03-05', '09:00')).stood.at(-1)?.until).toBe(vn('2025-03-05', '09:00'));
  });

  it('leaves a broken promise broken, also under a class with more time', () => {
    const before = atWard({ isLastOwner: true });
    const late = vn('2025-03-11', '09:00');
    for (const jurisdiction of [smallJurisdiction(), OURS]) {
      const { after } = reclassify(before, late, { jurisdiction });
      expect(dueAt(after)).toBe(DUE);
      expect(isLate(after, late)).toBe(true);
    }
    const kept = reclassify(before, late, { jurisdiction: OURS }).after;
    expect(kept.task?.resolveBy?.at).toBe(DUE);
  });

  it('promises no day that has gone by: the standing promise stays, the holder gets no more time', () => {
    const slow = first(true);
    const resolveBy = smallTimetable('phuc-tap').resolve(slow.receivedAt);
    const before = then(slow, routed({ holder: WARD, resolveBy }), vn('2025-03-03', '08:31'));
    const at = vn('2025-03-13', '09:00');
    const { after } = reclassify(before, at, {
      ...{ newCategory: QUICK, timetable: smallTimetable('phuc-tap'), jurisdiction: OURS },
    });
    expect(dueAt(after)).toBe(SLOW_DUE);
    expect(isLate(after, at)).toBe(false);
    expect(after.task?.resolveBy?.at).toBe(SLOW_DUE);
    const elsewhere = { ...OURS, first: () => OURS.named(before, NEIGHBOUR.id, at)! };
    const moved = reclassify(before, at, { newCategory: QUICK, jurisdiction: elsewhere }).after;
    // Whoever hears of it today has the whole term.
    expect(moved.task?.resolveBy?.at).toBe(vn('2025-03-20', '17:00'));
    expect(dueAt(moved)).toBe(SLOW_DUE);
  });

  it('counts from the second look where the answer was looked at again', () => {
    const at = vn('2025-03-12', '09:00');
    const again = then(then(atWard(), resolved(), now), reopened(vn('2025-03-19', '17:00')), at);
    const { after } = reclassify(again, vn('2025-03-13', '09:00'));
    expect(dueAt(after)).toBe(vn('2025-03-26', '17:00'));
  });

  it('in the Party lane has no term any more, and comes back with one', () => {
    const party = { category: PARTY_FACTS, timetable: smallTimetable('khong-ky-han') };
    const { after } = reclassify(atWard(), now, { newCategory: party, jurisdiction: OURS });
    expect(after).toMatchObject({ lane: 'party', promised: { resolveBy: null }, task: { resolveBy: null } });
    expect(after.task?.followUpAt?.at).toBe(vn('2025-04-02', '17:00'));
    const back = reclassify(after, vn('2025-03-06', '09:00'), { newCategory: SLOW, jurisdiction: OURS });
    expect(back.after).toMatchObject({ lane: 'admin', task: { followUpAt: null } });
    expect(dueAt(back.after)).toBe(SLOW_DUE);
  });

  it('does not come down again to a unit that has left it to those above', () => {
    const up = then(
      atWard(),
      {
        type: 'PetitionEscalated',
        data: {
          ...{ taskNo: 1, lateSince: DUE },
          assignment: anAssignment({ holder: DISTRICT, resolveBy: aDeadline(SLOW_DUE) }),
        },
      },
      vn('2025-03-10', '17:01'),
    );
    const { after } = reclassify(up, vn('2025-03-11', '09:00'), { jurisdiction: OURS });
    expect(after.task?.holder).toEqual(DISTRICT);
    const other = { ...OURS, first: () => OURS.named(up, CITY.id, DUE)! };
    expect(reclassify(up, vn('2025-03-11', '09:00'), { jurisdiction: other }).after.task?.holder).toEqual(
      CITY,
    );
  });

  it('from the desk goes to the lead on its proper terms, or waits there still', () => {
    const desk = atWard({ isTriage: true, resolveBy: aDeadline(vn('2025-03-05', '17:00')) });
    expect(reclassify(desk, now).after.task).toMatchObject({
      holder: NEIGHBOUR,
      resolveBy: { at: SLOW_DUE },
    });
    const stays = { ...OURS, first: () => ({ ...OURS.named(desk, WARD.id, DUE)!, isTriage: true }) };
    const { after } = reclassify(desk, now, { jurisdiction: stays });
    expect(after.task).toMatchObject({ no: 1, isTriage: true, resolveBy: { at: vn('2025-03-05', '17:00') } });
    expect(dueAt(after)).toBe(SLOW_DUE);
  });

  it('may change answers only: the clock stays as it is, and of old answers what the category asks', () => {
    const jurisdiction = smallJurisdiction();
    const context = { ...CONTEXT, now, newCategory: QUICK, jurisdiction };
    const said = { 'chan-thoat-nuoc': true };
    const happening = decide(held(atWard()), input({ decision: 'reclassify', conditions: said }), context);
    expect(happening).toMatchObject({ data: { conditions: said, kept: { resolveBy: { at: DUE } } } });
    const after = then(atWard(), happening, now);
    expect(reclassify(after, vn('2025-03-06', '09:00')).after.conditions).toEqual({});
  });

  it('is held by the rule of the day of the act from then on', () => {
    const { after } = reclassify(atWard(), now, { jurisdiction: OURS });
    const since: string[] = [];
    endOfTenure(after, {
      tenureEnd: (_facts, tenure) => {
        since.push(tenure.since);
        return null;
      },
    });
    expect(since).toEqual([now]);
  });
});

describe('a new classification is refused', () => {
  const open = held(atWard());
  it.each([
    ['without a reason', { fields: { text: null }, newCategory: SLOW }, '/text required'],
    ['when it changes nothing', { fields: {}, newCategory: QUICK }, '/category same-category'],
    ['into a category that does not exist', { fields: {}, newCategory: null }, '/category unknown-category'],
  ])('%s', (_case, { fields, newCategory }, fault) => {
    const [pointer, code] = fault.split(' ');
    expect(issues(open, { decision: 'reclassify', ...fields }, { newCategory })).toEqual([{ pointer, code }]);
  });

  it('after the third', () => {
    let petition: Petition = open;
    const days = ['2025-03-04', '2025-03-05', '2025-03-06'];
    for (const [i, day] of days.entries())
      petition = reclassify(petition, vn(day, '09:00'), { newCategory: i % 2 === 0 ? SLOW : QUICK }).after;
    expect(petition.reclassifications).toHaveLength(MAX_RECLASSIFICATIONS);
    expect(issues(held(petition), { decision: 'reclassify' }, { newCategory: QUICK })).toEqual([
      { pointer: '/decision', code: 'reclassifications-used-up', params: { max: 3 } },
    ]);
  });
});
