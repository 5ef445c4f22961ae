import { describe, expect, it } from 'vitest';
import { MAX_NOTES_PER_TASK } from '../../../core/petition/decisions.js';
import type { LiveTask } from '../../../core/use-cases/view-task.js';
import {
  fieldErrors,
  movedPageViewOf,
  receiptPageViewOf,
  taskPageViewOf,
} from '../../../web/server/view-of.js';
import { smallTimetable } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { aLink } from '../../support/builders/link-builder.js';
import { vn } from '../../support/instants.js';

const petition = aPetition({}, routed());
const timetable = smallTimetable('thuong');

const superiorFacts: LiveTask['superior'] = {
  ...{ mayReferUp: false, isDirected: false, targets: [], directUntilAtMost: null },
  ...{ extendUntilAtMost: '2025-03-20T10:00:00.000Z', requestUntilAtMost: null, request: null },
  ...{ commitUntilAtMost: null, owesCommitment: false, commitment: null, missed: [] },
};

const liveTask = (change: Partial<LiveTask> = {}): LiveTask => ({
  kind: 'live',
  petition: petition as LiveTask['petition'],
  link: aLink({ petitionId: petition.id }),
  now: '2025-03-05T02:00:00.000Z',
  category: null,
  placeName: 'Phường Thới An',
  resident: {
    description: 'Rác',
    address: null,
    point: null,
    submitter: { kind: 'person', name: 'Mai', phone: null },
  },
  remarks: [],
  decisions: ['accept', 'extend'],
  suggestions: { agencies: [], categories: [] },
  peers: [{ id: 'b', name: 'UBND phường Hiệp Thành', tier: 'xa' }],
  categories: [],
  openQuestions: [],
  photos: 2,
  answerFiles: [],
  superior: superiorFacts,
  duplicates: { candidates: [], followers: 0, followerFiles: [] },
  inside: { assignable: [], assignedTo: null, needsApproval: {}, proposal: null, voidSince: null },
  timetable,
  nonce: 'n',
  ...change,
});

const photoHref = (index: number): string => `/t/abc/files/${index}`;

describe('view of a task', () => {
  it('gives photos their paths and the extension its days', () => {
    const view = taskPageViewOf(liveTask(), { photoHref });
    expect(view.photos.map(({ href }) => href)).toEqual(['/t/abc/files/0', '/t/abc/files/1']);
    expect(view.form.extendBetween).toEqual({ first: '2025-03-14', last: '2025-03-20' });
    expect(view.form.errors).toEqual([]);
  });

  it('does not offer an extension that no rule allows', () => {
    const view = taskPageViewOf(liveTask({ superior: { ...superiorFacts, extendUntilAtMost: null } }), {
      photoHref,
    });
    expect(view.form.decisions).toEqual(['accept']);
    expect(view.form.extendBetween).toBeNull();
  });

  it('offers no note after the last one allowed', () => {
    const decisions: LiveTask['decisions'] = ['accept', 'note'];
    const worn = { ...petition, task: { ...anAssignment(), ...petition.task, notes: MAX_NOTES_PER_TASK } };
    const task = liveTask({ decisions, petition: worn as LiveTask['petition'] });
    expect(taskPageViewOf(task, { photoHref }).form.decisions).toEqual(['accept']);
    expect(taskPageViewOf(liveTask({ decisions }), { photoHref }).form.decisions).toContain('note');
  });

  it('counts working days to the deadlines, over a weekend and a Tết', () => {
    const due = (at: string, now: string, change = {}) => {
      const resolveBy = aDeadline(at, change);
      const task = aPetition({}, routed({ resolveBy })) as LiveTask['petition'];
      return taskPageViewOf(liveTask({ petition: task, now }), { photoHref }).resolveBy;
    };
    expect(due(vn('2025-03-17', '17:00'), vn('2025-03-13', '09:00'))?.workingDays).toBe(2);
    expect(due(vn('2025-01-24', '17:00'), vn('2025-02-03', '09:00'))?.workingDays).toBe(1);
    expect(due(vn('2025-01-24', '17:00'), vn('2025-02-03', '09:00'))?.provisional).toBe(false);
  });

  it('says that a count is provisional where the deadline or the days to it meet a calendar that is', () => {
    const view = (at: string, now: string) =>
      taskPageViewOf(
        liveTask({
          petition: aPetition({}, routed({ resolveBy: aDeadline(at) })) as LiveTask['petition'],
          now,
        }),
        { photoHref },
      ).resolveBy;
    expect(view(vn('2026-12-30', '17:00'), vn('2027-01-05', '09:00'))?.provisional).toBe(true);
    expect(view(vn('2026-12-30', '17:00'), vn('2026-12-28', '09:00'))?.provisional).toBe(false);
  });
});

describe('a matter of a split submission', () => {
  const OF_TWO = { petitionId: 'whole', code: 'ABCDEFGHJKM10', no: 1, of: 2, formerly: ['RAC'] };
  const viewOf = (matterOf: typeof OF_TWO | null) => {
    const petition = { ...aPetition({}, routed()), matterOf } as LiveTask['petition'];
    return taskPageViewOf(liveTask({ petition }), { photoHref }).matter;
  };

  it('is told to its unit as one of so many', () => {
    expect(viewOf(OF_TWO)).toBe('Vụ việc 1 trong 2 vụ việc của một kiến nghị');
    expect(viewOf(null)).toBeUndefined();
  });
});

describe('faults of a form', () => {
  it('stand at the fields of the page; what has none stands at the choice', () => {
    const issues = ['/evidence/0', '/nonce', '/conditions', '/agency'].map((pointer) => ({
      pointer,
      code: 'required',
    }));
    expect(fieldErrors(issues).map(({ field }) => field)).toEqual([
      'evidence',
      'decision',
      'decision',
      'agency',
    ]);
  });

  it('name the latest day of an extension', () => {
    const [error] = fieldErrors([
      { pointer: '/until', code: 'too-late', params: { latest: '2025-03-20T10:00:00.000Z' } },
    ]);
    expect(error?.message).toBe('Chỉ gia hạn được đến hết ngày 20/03/2025.');
  });
});

describe('view of a spent link', () => {
  it('names the present holder', () => {
    const view = movedPageViewOf({ petition, because: 'moved' });
    expect(view.holder?.name).toBe('Ủy ban nhân dân phường Thới An');
    expect(view.decided).toBeNull();
    expect(view.isRefusedPost).toBe(false);
    expect(view.isReplaced).toBe(false);
  });

  it('tells a link that another took the place of', () => {
    expect(movedPageViewOf({ petition, because: 'replaced' }).isReplaced).toBe(true);
  });

  it('names who decided, and keeps what was typed', () => {
    const view = movedPageViewOf(
      { petition: aPetition({}, routed(), resolved()), because: 'moved' },
      { typedText: 'Đã xong' },
    );
    expect(view.holder).toBeNull();
    expect(view.decided?.kind).toBe('resolved');
    expect(view).toMatchObject({ isRefusedPost: true, typedText: 'Đã xong' });
  });
});

describe('view of a receipt', () => {
  const said = {
    at: petition.head.at,
    agencyName: 'Ủy ban nhân dân phường Thới An',
    isRepeated: false,
    now: petition.head.at,
    categoryLabel: 'Rác',
    linkPath: '/t/abc',
    timetable,
  };

  it('leads back to the task after a note, not after a decision that ends it', () => {
    expect(receiptPageViewOf(petition, { ...said, decision: 'note' }).taskPath).toBe('/t/abc');
    const done = receiptPageViewOf(aPetition({}, routed(), resolved()), { ...said, decision: 'resolve' });
    expect(done).toMatchObject({ taskPath: null, next: null });
  });

  it('names the next holder after a hop, whose link is another one', () => {
    const assignment = anAssignment({
      holder: { id: 'q12', name: 'UBND Quận 12', tier: 'huyen' },
      resolveBy: aDeadline('2025-03-28T10:00:00.000Z'),
    });
    const lateSince = '2025-03-13T01:30:00.000Z';
    const after = aPetition({}, routed(), {
      type: 'PetitionEscalated',
      data: { taskNo: 1, assignment, lateSince },
    });
    const view = receiptPageViewOf(after, { ...said, decision: 'beyond-competence' });
    expect(view.next?.holderName).toBe('UBND Quận 12');
    expect(view.next?.resolveBy?.workingDays).toBe(19);
    expect(view.taskPath).toBeNull();
  });
});
