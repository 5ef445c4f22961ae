import { describe, expect, it } from 'vitest';
import { ReleaseRegisters } from '../../../adapters/registers.js';
import { DEFAULT_REMINDER_PLAN, type ReminderPlan } from '../../../core/deadline/reminders.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { timetableOf } from '../../../core/petition/timetable-of.js';
import { workflowEvent } from '../../../core/petition/workflow-events.js';
import { buildRelease, manifestBytes } from '../../../core/registry/release.js';
import { ServiceLevelsFileSchema } from '../../../core/registry/service-level.js';
import { localDayOf, type Instant } from '../../../core/time.js';
import { parts } from '../routing/shipped.js';
import { smallJurisdiction, TERMS } from '../../support/asl/small-registers.js';
import { assigned, MONDAY, OPENED, reminded } from '../../support/builders/assigned-week.js';
import { onOneCalendar, workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

const timetable = (plan: Partial<ReminderPlan>) =>
  timetableOf(
    'thuong',
    { ...TERMS, reminders: { ...DEFAULT_REMINDER_PLAN, ...plan } },
    onOneCalendar(workingCalendar),
  );

/** Instants and kinds of the reminders of a task that nobody accepts, until an instant. */
const remindersOf = (plan: Partial<ReminderPlan>, until: Instant) => {
  const context = { timetable: timetable(plan), jurisdiction: smallJurisdiction() };
  const told: [string, Instant, boolean][] = [];
  let petition = assigned();
  for (let now = OPENED; now < until;) {
    const step = nextStep(petition, { ...context, now });
    if (step.next === 'Remind' && step.kind !== 'first-notice') {
      const event = workflowEvent(petition, step, { ...context, now });
      told.push([step.kind, step.planned, event?.type === 'HolderReminded' && event.data.copyToHead]);
      petition = assigned({}, reminded(step.planned, step.kind));
      continue;
    }
    if (!('wakeAt' in step)) break;
    now = step.wakeAt;
  }
  return told;
};

describe('the plan of reminders of a class', () => {
  it('by default: half of the term, then each working morning, the first one to the head as well', () => {
    expect(remindersOf({}, vn('2025-03-08', '08:00')).map(([kind, at]) => [kind, localDayOf(at)])).toEqual([
      ['before-due', '2025-03-04'],
      ['overdue', '2025-03-05'],
      ['overdue', '2025-03-06'],
      ['overdue', '2025-03-07'],
    ]);
  });

  it('may remind more often before the deadline', () => {
    const plan = { beforeDueShares: [0.25, 0.75], beforeDueWorkingDays: [3, 1] };
    const due = vn('2025-03-17', '17:00');
    expect(timetable(plan).reminders(MONDAY, due).map(localDayOf)).toEqual([
      '2025-03-05',
      '2025-03-12',
      '2025-03-13',
      '2025-03-14',
    ]);
    expect(timetable({ beforeDueShares: [], beforeDueWorkingDays: [] }).reminders(MONDAY, due)).toEqual([]);
  });

  it('may remind less often behind it: the first working morning, then each so many', () => {
    const days = remindersOf({ overdueEveryWorkingDays: 2 }, vn('2025-03-10', '16:00')).map(
      ([kind, at]) => `${kind} ${localDayOf(at)}`,
    );
    expect(days).toEqual(['before-due 2025-03-04', 'overdue 2025-03-05', 'overdue 2025-03-07']);
    const every = timetable({ overdueEveryWorkingDays: 3 });
    const missed = vn('2025-03-07', '17:00');
    expect(every.nextOverdueReminder(missed, missed)).toBe(vn('2025-03-10', '08:00'));
    expect(every.nextOverdueReminder(vn('2025-03-10', '08:00'), missed)).toBe(vn('2025-03-13', '08:00'));
  });

  it('may leave the head out', () => {
    const copies = (plan: Partial<ReminderPlan>) =>
      remindersOf(plan, vn('2025-03-07', '07:00')).map(([, , copyToHead]) => copyToHead);
    expect(copies({})).toEqual([false, true, false]);
    expect(copies({ firstOverdueCopiesHead: false })).toEqual([false, false, false]);
  });
});

describe('plans in the registry', () => {
  const own = {
    ...{ beforeDueShares: [], beforeDueWorkingDays: [2], overdueEveryWorkingDays: 5 },
    ...{ firstOverdueCopiesHead: false, basis: '', status: 'assumed' as const },
  };
  const registersOf = (change: (levels: typeof parts.serviceLevels) => void) => {
    const copy = { ...parts, serviceLevels: structuredClone(parts.serviceLevels) };
    change(copy.serviceLevels);
    const release = buildRelease(copy, 'test');
    const objects = new Map([...release.objects, [release.id, manifestBytes(release.manifest)] as const]);
    return new ReleaseRegisters(
      {
        pointer: () => Promise.resolve(release.id),
        object: (sha256) => Promise.resolve(objects.get(sha256) ?? new Uint8Array()),
      },
      () => 0,
    );
  };
  const place = { provinceId: 'p:79@0', unitId: 'w:26773@0', calendars: {} };

  it('are those of the file where the class has none, and its own where it has one', async () => {
    const registers = registersOf(({ classes: { thuong } }) => {
      if (thuong !== undefined) thuong.reminders = own;
    });
    const thuong = await registers.timetable({ ...place, serviceClass: 'thuong' });
    const nhanh = await registers.timetable({ ...place, serviceClass: 'nhanh' });
    const [from, due] = [vn('2025-03-03', '08:00'), vn('2025-03-10', '17:00')];
    expect(thuong.reminders(from, due)).toEqual([vn('2025-03-06', '08:00')]);
    expect(nhanh.reminders(from, due)).toHaveLength(2);
    expect([thuong.copiesHead, nhanh.copiesHead]).toEqual([false, true]);
  });

  it('say from how many open tasks on there is a digest: the agency before its province, that before the rest', async () => {
    const registers = registersOf(({ digest }) => {
      digest.provinces = { 'p:79@0': 50 };
      digest.agencies = { 'ubnd-xa/w:26773@0': null };
    });
    expect(await registers.digestOver('p:79@0', 'ubnd-xa/w:26773@0')).toBeNull();
    expect(await registers.digestOver('p:79@0', 'ubnd-quan/d:761@0')).toBe(50);
    expect(await registers.digestOver('p:01@0', 'ubnd-xa/x')).toBe(20);
  });

  it('of a release from before there were digests and plans of classes are the project’s proposal', () => {
    const { digest: _, classes, ...older } = parts.serviceLevels;
    const without = Object.entries(classes).map(([name, { reminders: __, ...level }]): [string, object] => [
      name,
      level,
    ]);
    const read = ServiceLevelsFileSchema.parse({ ...older, classes: Object.fromEntries(without) });
    expect(read.digest).toMatchObject({ overOpenTasks: 20, status: 'assumed' });
    expect(read.classes['thuong']?.reminders).toBeNull();
  });

  it('are refused in another shape', () => {
    const { thuong } = parts.serviceLevels.classes;
    const faulty = (reminders: object) =>
      ServiceLevelsFileSchema.safeParse({
        ...parts.serviceLevels,
        classes: { ...parts.serviceLevels.classes, thuong: { ...thuong, reminders } },
      }).success;
    expect(faulty(own)).toBe(true);
    expect(faulty({ ...own, beforeDueShares: [1] })).toBe(false);
    expect(faulty({ ...own, overdueEveryWorkingDays: 0 })).toBe(false);
    expect(faulty({ ...own, status: undefined })).toBe(false);
    expect(faulty({ ...own, extra: 1 })).toBe(false);
  });
});
