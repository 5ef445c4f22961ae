import type { InputIssue } from '../errors.js';
import type { EntryChannel, Excluded, LateEntryReason } from '../sealed/sealed-events.js';
import { localDayOf, startOfDay, type Instant, type LocalDay } from '../time.js';
import type { Officer } from './change-sealed-file.js';
import { receiptFault } from './check-entered.js';

/** A denunciation that was handed in on paper or taken down, and is entered by an officer of the lane. */
export interface DeskEntry {
  officer: Officer;
  /** The one of the officer's bodies that received it. */
  bodyId: string;
  channel: EntryChannel;
  /** From this day the clock of the law runs. */
  receivedOn: LocalDay;
  /** Why it is entered on a later day; null on the day itself. */
  lateReason: LateEntryReason | null;
}

/** What is wrong with day and reason of an entry. */
export const entryIssues = ({ receivedOn, lateReason }: DeskEntry, now: Instant): InputIssue[] => {
  const fault = receiptFault(receivedOn, now);
  if (fault !== null) return [{ pointer: '/receivedOn', ...fault }];
  const isLate = receivedOn < localDayOf(now);
  if (isLate === (lateReason !== null)) return [];
  return [{ pointer: '/lateReason', code: isLate ? 'required' : 'only-when-late' }];
};

/** When it was received: this instant, or the beginning of an earlier day, so that no term comes out too long. */
export const receiptOf = ({ receivedOn }: DeskEntry, now: Instant): Instant =>
  receivedOn < localDayOf(now) ? startOfDay(receivedOn) : now;

/** Whoever is accused, or stands below, enters nothing about it: the denouncer goes to those above. */
export const ownBodyIssues = ({ officer }: DeskEntry, { accused, below }: Excluded): InputIssue[] =>
  officer.bodies.some((id) => accused.includes(id) || below.includes(id))
    ? [{ pointer: '/accused/agency', code: 'own-body' }]
    : [];
