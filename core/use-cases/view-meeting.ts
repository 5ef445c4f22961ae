import { NotFoundError } from '../errors.js';
import type { MeetingSummary } from '../meetings/meeting.js';
import type { Petition } from '../petition/petition.js';
import type { MeetingStore } from '../ports/meetings.js';
import type { PetitionStore } from '../ports/petition-store.js';

export interface ViewMeetingDeps {
  meetings: Pick<MeetingStore, 'load'>;
  store: Pick<PetitionStore, 'intake' | 'load'>;
}

export interface ViewedMeeting {
  meeting: MeetingSummary;
  /** By item; null for one that is not written yet. */
  petitions: (Petition | null)[];
}

const READ_AT_ONCE = 20;

/** A meeting with its petitions as they stand: its minutes. @throws NotFoundError. */
export const viewMeeting = async (deps: ViewMeetingDeps, meetingId: string): Promise<ViewedMeeting> => {
  const found = await deps.meetings.load(meetingId);
  if (found === null) throw new NotFoundError();
  const { itemKeys, ...meeting } = found;
  const petitionOf = async (key: string): Promise<Petition | null> => {
    const used = await deps.store.intake(key);
    return used === null ? null : deps.store.load(used.petitionId);
  };
  const petitions: (Petition | null)[] = [];
  for (let from = 0; from < itemKeys.length; from += READ_AT_ONCE)
    petitions.push(...(await Promise.all(itemKeys.slice(from, from + READ_AT_ONCE).map(petitionOf))));
  return { meeting, petitions };
};
