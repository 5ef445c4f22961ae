import type { EventData, Happening } from '../../../core/events.js';
import type { SupportAssignment } from '../../../core/petition/support-events.js';
import { aDeadline, aText } from './petition-builder.js';

export const SUPPORTER = { id: 'cong-an-phuong', name: 'Công an phường Thới An', tier: 'xa' };

export const aSupportAssignment = (overrides: Partial<SupportAssignment> = {}): SupportAssignment => ({
  holder: SUPPORTER,
  holderValidTo: null,
  dueBy: aDeadline('2025-03-07T10:00:00.000Z', { term: 'thuong.support' }),
  rule: { id: 'support-requested', basis: '', status: 'assumed', reason: 'Đơn vị chủ trì đề nghị phối hợp.' },
  ...overrides,
});

/** The lead asks one agency, or several one after the other. */
export const supportRequested = (
  ...assignments: Partial<SupportAssignment>[]
): Extract<Happening, { type: 'SupportRequested' }> => ({
  type: 'SupportRequested',
  data: {
    taskNo: 1,
    text: aText(),
    requests: (assignments.length === 0 ? [{}] : assignments).map((assignment, i) => ({
      thread: `support-${i + 1}`,
      assignment: aSupportAssignment(assignment),
    })),
  },
});

export const supportAnswered = (
  overrides: Partial<EventData<'SupportAnswered'>> = {},
): Extract<Happening, { type: 'SupportAnswered' }> => ({
  type: 'SupportAnswered',
  data: {
    ...{ thread: 'support-1', taskNo: 1, outcome: 'answered', text: aText(), declaredBy: aText() },
    documentNo: null,
    evidence: [],
    ...overrides,
  },
});

export const supportEnded = (overrides: Partial<EventData<'SupportEnded'>> = {}): Happening => ({
  type: 'SupportEnded',
  data: { thread: 'support-1', taskNo: 1, because: 'cancelled', text: aText(), ...overrides },
});

export const supportTransferred = (
  assignment: Partial<SupportAssignment>,
  overrides: Partial<EventData<'SupportTransferred'>> = {},
): Happening => ({
  type: 'SupportTransferred',
  data: {
    ...{ thread: 'support-1', taskNo: 1, text: aText() },
    assignment: aSupportAssignment(assignment),
    ...overrides,
  },
});

/** The end of office hours of Monday, a working day after the day of `aSupportAssignment`. */
const LATER_DAY = aDeadline('2025-03-10T10:00:00.000Z', { term: 'thuong.supportNamed' });

export const supportExtensionRequested = (
  overrides: Partial<EventData<'SupportExtensionRequested'>> = {},
): Happening => ({
  type: 'SupportExtensionRequested',
  data: { thread: 'support-1', taskNo: 1, text: aText(), until: LATER_DAY, ...overrides },
});

export const supportExtensionAllowed = (
  overrides: Partial<EventData<'SupportExtensionAllowed'>> = {},
): Happening => ({
  type: 'SupportExtensionAllowed',
  data: {
    ...{ thread: 'support-1', taskNo: 1, requestSeq: 4, text: null, dueBy: LATER_DAY },
    previous: '2025-03-07T10:00:00.000Z',
    ...overrides,
  },
});

export const supportExtensionRefused = (
  overrides: Partial<EventData<'SupportExtensionRefused'>> = {},
): Happening => ({
  type: 'SupportExtensionRefused',
  data: { thread: 'support-1', taskNo: 1, requestSeq: 4, text: aText(), ...overrides },
});

export const visitProposed = (overrides: Partial<EventData<'SiteVisitProposed'>> = {}): Happening => ({
  type: 'SiteVisitProposed',
  data: {
    ...{ taskNo: 1, text: aText(), place: aText('d'.repeat(64)), sequence: 0 },
    startsAt: '2025-03-05T01:30:00.000Z',
    endsAt: '2025-03-05T03:30:00.000Z',
    ...overrides,
  },
});
