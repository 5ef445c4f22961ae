import { IdempotencyMismatchError } from '../errors.js';
import type { Meeting } from '../meetings/meeting.js';
import type { MeetingStore } from '../ports/meetings.js';
import type { IntakeKey } from '../ports/petition-store.js';
import { checkMeeting, receiptOf, type MeetingEntry } from './check-meeting.js';
import type { Submission } from './submission.js';
import { answerGiven, submitPetition, type Receipt, type SubmitDeps } from './submit-petition.js';

export type RecordMeetingDeps = SubmitDeps & { meetings: MeetingStore };

export interface RecordedMeeting {
  meeting: Meeting;
  /** One for each item, in their order. */
  receipts: Receipt[];
}

const newMeeting = async (deps: RecordMeetingDeps, entry: MeetingEntry, key: IntakeKey): Promise<Meeting> => {
  const enteredAt = deps.clock.now();
  const place = await checkMeeting(deps.registers, entry, enteredAt);
  const { kind, heldOn, receivedBy, enteredBy, items } = entry;
  return {
    id: deps.ids.petitionId(),
    ...{ kind, heldOn, receivedBy, enteredBy, enteredAt },
    provinceId: place.provinceId,
    unitId: place.kind === 'ward' ? place.unitId : null,
    items: items.length,
    status: 'IMPORTING',
    itemKeys: await Promise.all(items.map((_, row) => deps.keyed.mac('meeting-item', `${key.key} ${row}`))),
  };
};

/** The meeting of this key: a new one, or the one that an earlier request began. */
const begun = async (deps: RecordMeetingDeps, entry: MeetingEntry, key: IntakeKey): Promise<Meeting> => {
  // A meeting that was begun is not checked again: the rules may have changed since, its items are the same.
  const used = await deps.meetings.used(key);
  if (used?.kind === 'repeated') return used.meeting;
  if (used !== null) throw new IdempotencyMismatchError();
  const meeting = await newMeeting(deps, entry, key);
  const outcome = await deps.meetings.create(meeting, key);
  if (outcome.kind === 'mismatch') throw new IdempotencyMismatchError();
  return outcome.kind === 'created' ? meeting : outcome.meeting;
};

const asItem = (item: Submission, entry: MeetingEntry, meeting: Meeting): Submission => {
  const receivedAt = receiptOf(meeting.heldOn, meeting.enteredAt);
  const reason = receivedAt === null ? null : entry.receivedAtReason;
  return {
    ...item,
    receivedBy: meeting.receivedBy,
    entered: { ...item.entered, meetingId: meeting.id, ...(receivedAt !== null && { receivedAt }) },
    file: { ...item.file, ...(reason !== null && { receivedAtReason: reason }) },
  };
};

/**
 * Records a meeting with its petitions: checked as a whole, then the meeting, then row by row through the ordinary
 * intake. A crash in between leaves it `IMPORTING`; the same request with the same key then writes what is missing and
 * gives the receipts of all. The texts of what is missing are nowhere but with the operator, so nobody else can finish it.
 * @throws ValidationError before anything is written, IdempotencyMismatchError.
 */
export const recordMeeting = async (
  deps: RecordMeetingDeps,
  entry: MeetingEntry,
  key: IntakeKey,
): Promise<RecordedMeeting> => {
  const meeting = await begun(deps, entry, key);
  const receipts: Receipt[] = [];
  for (const [row, item] of entry.items.entries()) {
    const itemKey = { key: meeting.itemKeys[row] ?? '', fingerprint: key.fingerprint };
    receipts.push(
      (await answerGiven(deps, itemKey)) ??
        (await submitPetition(deps, asItem(item, entry, meeting), itemKey)),
    );
  }
  if (meeting.status === 'IMPORTING') await deps.meetings.finish(meeting);
  return { meeting: { ...meeting, status: 'RECORDED' }, receipts };
};
