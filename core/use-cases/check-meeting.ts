import { ValidationError, type InputIssue } from '../errors.js';
import type { MeetingKind } from '../meetings/meeting.js';
import type { Place, Registers } from '../ports/registers.js';
import { localDayOf, startOfDay, type Instant, type LocalDay } from '../time.js';
import { checkNamedAgencies } from './check-named-agencies.js';
import { receiptFault } from './check-entered.js';
import { checkSubmission } from './check-submission.js';
import type { Submission } from './submission.js';

/** A meeting as an operator enters it, parsed; its items are not yet marked as the meeting's. */
export interface MeetingEntry {
  kind: MeetingKind;
  heldOn: LocalDay;
  place: { unit: string };
  receivedBy: string | null;
  /** Why it is entered on a later day; asked for when it has items. */
  receivedAtReason: string | null;
  enteredBy: string;
  items: Submission[];
}

type Asked = Pick<Registers, 'category' | 'place' | 'jurisdiction' | 'takesAnonymous'>;
export type MeetingPlace = Exclude<Place, { kind: 'unknown' }>;

/** Faults that an answer can name: more would hardly be read. */
const MOST_ISSUES = 60;
const ITEMS_AT_ONCE = 10;

/** Legal receipt of what was handed in there, when it is entered on a later day: the first instant of its day. */
export const receiptOf = (heldOn: LocalDay, enteredAt: Instant): Instant | null =>
  heldOn < localDayOf(enteredAt) ? startOfDay(heldOn) : null;

const issuesOf = async (checking: Promise<unknown>): Promise<InputIssue[]> => {
  try {
    await checking;
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    throw error;
  }
};

const dayIssues = (entry: MeetingEntry, now: Instant): InputIssue[] => {
  const fault = receiptFault(entry.heldOn, now);
  if (fault !== null) return [{ pointer: '/heldOn', ...fault }];
  const isLater = entry.items.length > 0 && receiptOf(entry.heldOn, now) !== null;
  return isLater && entry.receivedAtReason === null
    ? [{ pointer: '/receivedAtReason', code: 'required' }]
    : [];
};

/** The agency is asked for as if a matter of the Party lane had been handed to it, so that it is checked without items, too. */
const receiverIssues = async (
  registers: Asked,
  { receivedBy }: MeetingEntry,
  { place, now }: { place: MeetingPlace; now: Instant },
): Promise<InputIssue[]> => {
  const jurisdiction = await registers.jurisdiction(place.provinceId);
  const facts = {
    ...{ category: '', conditions: {}, lane: 'party' as const, provinceId: place.provinceId },
    ...{ unitId: null, placeIssue: null, addressee: null, against: null, receivedBy },
  };
  return issuesOf(
    new Promise<void>((resolve) => {
      checkNamedAgencies(jurisdiction, facts, now);
      resolve();
    }),
  );
};

/** What is wrong with the meeting's receiver or ward is not said again at each item. */
const ofItem = async (
  registers: Asked,
  { item, row, ward }: { item: Submission; row: number; ward: string },
  now: Instant,
): Promise<InputIssue[]> => {
  const issues = await issuesOf(checkSubmission(registers, { ...item, receivedBy: null }, now));
  const isOfMeeting = 'unit' in item.place && item.place.unit === ward;
  return issues
    .filter(({ pointer }) => !(isOfMeeting && pointer === '/unit'))
    .map((issue) => ({ ...issue, pointer: `/items/${row}${issue.pointer}` }));
};

const itemIssues = async (
  registers: Asked,
  { items, place }: MeetingEntry,
  now: Instant,
): Promise<InputIssue[]> => {
  const ward = place.unit;
  const issues: InputIssue[] = [];
  for (let from = 0; from < items.length && issues.length < MOST_ISSUES; from += ITEMS_AT_ONCE) {
    const some = items.slice(from, from + ITEMS_AT_ONCE);
    const found = await Promise.all(
      some.map((item, i) => ofItem(registers, { item, row: from + i, ward }, now)),
    );
    issues.push(...found.flat());
  }
  return issues;
};

/**
 * Asks the registry about a meeting and all its items by the rules of a single petition.
 * @returns the meeting's place. @throws ValidationError with what is wrong, by item and field; nothing is written.
 */
export const checkMeeting = async (
  registers: Asked,
  entry: MeetingEntry,
  now: Instant,
): Promise<MeetingPlace> => {
  const place = await registers.place(entry.place, now);
  const issues = dayIssues(entry, now);
  if (place.kind === 'unknown') issues.push({ pointer: '/unit', code: place.code });
  else issues.push(...(await receiverIssues(registers, entry, { place, now })));
  issues.push(...(await itemIssues(registers, entry, now)));
  if (place.kind === 'unknown' || issues.length > 0) throw new ValidationError(issues.slice(0, MOST_ISSUES));
  return place;
};
