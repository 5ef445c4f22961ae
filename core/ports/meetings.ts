import type { Meeting, MeetingSummary } from '../meetings/meeting.js';
import type { LocalDay } from '../time.js';
import type { IntakeKey } from './petition-store.js';

export type MeetingOutcome =
  { kind: 'created' } | { kind: 'repeated'; meeting: Meeting } | { kind: 'mismatch' };

/** Meetings of a province, held on a day from `from` to `to`, both inclusive. */
export interface MeetingPeriod {
  provinceId: string;
  from: LocalDay;
  to: LocalDay;
}

/** The record of meetings. Their petitions are petitions like others. */
export interface MeetingStore {
  /** Meeting and idempotency item in one transaction. Returns what it met. @throws TransientError. */
  create(meeting: Meeting, key: IntakeKey): Promise<MeetingOutcome>;
  /** What a key was used for: consistent. */
  used(key: IntakeKey): Promise<Exclude<MeetingOutcome, { kind: 'created' }> | null>;
  load(meetingId: string): Promise<Meeting | null>;
  /** All its items are written. Doing it again changes nothing. */
  finish(meeting: Meeting): Promise<void>;
  /** In order of their days. An index read: what was written a moment ago may be missing. */
  list(period: MeetingPeriod): Promise<MeetingSummary[]>;
}
