import type { Instant, LocalDay } from '../time.js';

/** Kinds of meetings at which officials hear the people. */
export const MEETING_KINDS = [
  /** Weekly visit of the leaders to a khu phố. */
  'KHU_PHO_VISIT',
  /** Monthly people's conference of a ward. */
  'PEOPLE_CONFERENCE',
  /** Yearly dialogue of the head of an authority with the people. */
  'ANNUAL_DIALOGUE',
  /** Dialogue with self-governing people's groups. */
  'GROUP_DIALOGUE',
  /** Supervision or social critique by the Fatherland Front. */
  'FRONT_SUPERVISION',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Items of one meeting: as many as one request writes in the time that it has. */
export const MAX_MEETING_ITEMS = 100;

/**
 * What auditors read of a meeting. No names and no texts: what was said is in its petitions, whose texts are in the vault.
 */
export interface MeetingSummary {
  id: string;
  kind: MeetingKind;
  provinceId: string;
  /** Ward of the meeting; null where the named one was divided since. */
  unitId: string | null;
  heldOn: LocalDay;
  /** Agency whose leaders held it; null when that was not said. */
  receivedBy: string | null;
  /** Petitions handed in there; none is a record too. */
  items: number;
  /** `IMPORTING`: whoever entered it has to repeat the request, which goes on where it stopped. */
  status: 'IMPORTING' | 'RECORDED';
  /** User id of the operator. */
  enteredBy: string;
  enteredAt: Instant;
}

export interface Meeting extends MeetingSummary {
  /**
   * Intake keys of its items in their order, fixed before the first one is written: at any time they tell which items
   * are petitions already, so nothing is lost and nothing is written twice.
   */
  itemKeys: string[];
}

/** The channel on which the petitions of a meeting come in. */
export const channelOf = (kind: MeetingKind): 'KHU_PHO_VISIT' | 'meeting' =>
  kind === 'KHU_PHO_VISIT' ? kind : 'meeting';
