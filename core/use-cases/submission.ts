import type { ResidentFile } from '../ports/vault.js';
import type { Instant, LocalDay } from '../time.js';
import type { MatterForm } from './new-matters.js';
import type { Photo } from './put-photos.js';

/** What only the reception desk gives; no names, these are in the file. What was not given is absent. */
export interface EnteredFields {
  /** Legal receipt, when it was before the entry. */
  receivedAt?: Instant;
  /** How many people hand it in together. */
  people?: number;
  /** Id of the matter in another system. */
  externalRef?: string;
  meetingId?: string;
  /** Party lane: the day of the follow-up, as the leader named it. */
  followUpOn?: LocalDay;
}

/** A petition as handed in, parsed and bounded by the intake schema; photos sniffed and stripped. */
export interface Submission {
  category: string;
  conditions: Record<string, boolean>;
  /** The resident says that the category's urgent circumstances are given. */
  urgent: boolean;
  place: { unit: string } | { point: { lat: number; lon: number } };
  file: ResidentFile;
  channel: string;
  /** Agency whose tier's leaders received it: the tier at which it starts. */
  receivedBy: string | null;
  /** Agency written to; in the Party lane only. */
  addressee: string | null;
  /** Agency whose officials it is about: it goes to those above. */
  against: string | null;
  /** User id of the operator who entered it; absent when it was handed in on the public channel. */
  enteredBy?: string;
  entered?: EnteredFields;
  photos: Photo[];
  /** The matters in it, each for a unit of its own; none for one matter. */
  matters: readonly MatterForm[];
}
