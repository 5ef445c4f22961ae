import type { ApprovalNeeds } from '../petition/approval-way.js';
import type { Jurisdiction } from '../petition/jurisdiction.js';
import type { Petition } from '../petition/petition.js';
import type { Timetable } from '../petition/timetable.js';
import type { Instant } from '../time.js';

/** What intake and pages need to know of a category. */
export interface CategoryFacts {
  code: string;
  label: string;
  lane: 'admin' | 'party';
  serviceClass: string;
  evidence: 'photo' | 'document' | 'none';
  /** The circumstances that lift a petition to the urgent class; empty = never. */
  urgentWhen: string;
  /** Keys of the questions that may decide between agencies. */
  conditions: string[];
  /** Whoever speaks up here may have something to fear: the unit is not shown who did. */
  hidesSubmitter: boolean;
}

/** A category as a list to choose from offers it. */
export interface CategoryChoice {
  code: string;
  label: string;
  /** Questions whose answers may decide between agencies. */
  questions: { key: string; question: string }[];
}

export type Place =
  | { kind: 'ward'; provinceId: string; unitId: string }
  /** In the province, but not decided between wards: the desk asks. `unitId`: none. */
  | { kind: 'undecided'; provinceId: string; issue: string }
  /** Nothing can be said: the resident must name the place otherwise. */
  | { kind: 'unknown'; code: string };

/** How old an answer may be, in real seconds: after this a new release is in force everywhere. */
export const RELEASE_AGE_SECONDS = 60;

/** What decides which terms run, and on which days. */
export type TimetableFacts = Pick<Petition, 'provinceId' | 'serviceClass' | 'unitId' | 'calendars'>;

/** Registry answers for a province; loaded once per container, refreshed when the pointer moves. */
export interface Registers {
  category(code: string): Promise<CategoryFacts | null>;
  /** All categories, in the order of the registry. */
  categories(): Promise<CategoryChoice[]>;
  /** The ward of a unit id (followed through reforms to the day of `at`) or of a point. */
  place(named: { unit: string } | { point: { lat: number; lon: number } }, at: Instant): Promise<Place>;
  /** Full name of a ward as of `at`, e.g. "Phường Thới An, Quận 12, Thành phố Hồ Chí Minh". */
  placeName(provinceId: string, unitId: string, at: Instant): Promise<string>;
  /** Does the province take petitions without a name? */
  takesAnonymous(provinceId: string): Promise<boolean>;
  /** Final decisions of an agency that leave only with its head's approval; none unless the city has decided so. */
  headApproval(of: { provinceId: string; agencyId: string }): Promise<ApprovalNeeds>;
  /** The most open tasks with which an agency still gets a mail for each reminder; null: it always does. */
  digestOver(provinceId: string, agencyId: string): Promise<number | null>;
  jurisdiction(provinceId: string): Promise<Jurisdiction>;
  /** Terms of a class on the working days of a place; `calendars`: those on which open deadlines were counted. */
  timetable(of: TimetableFacts): Promise<Timetable>;
  /** SHA-256 of the release in force. */
  releaseId(): Promise<string>;
  /** Days until the first one whose working calendar is missing or not final; 0 when that has come. */
  calendarDaysLeft(at: Instant): Promise<number>;
  /** Provinces whose shards the reconciler reads. */
  provinces(): Promise<string[]>;
}
