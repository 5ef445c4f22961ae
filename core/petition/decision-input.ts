import { ValidationError } from '../errors.js';
import type { FileRef, TextRef } from '../event-parts.js';
import type { Post } from '../ports/contacts.js';
import type { LocalDay } from '../time.js';
import type { Petition, Task } from './petition.js';
import type { NewCategory } from './reclassify.js';
import type { RuleContext } from './rule-context.js';
import type { Decision } from './transitions.js';

/** What an official's form says, parsed and with its texts already digested (the texts go to the vault). */
export interface DecisionInput {
  decision: Exclude<Decision, 'split'>;
  text: TextRef | null;
  /** Target of a transfer: agency id. */
  agency: string | null;
  /** New end of an extension: a local day. */
  until: LocalDay | null;
  /** Legal ground of a refusal. */
  ground: string | null;
  /** Statutory track to which the resident is sent. */
  track: string | null;
  /** Name of a body outside the registry to which it is forwarded. */
  body: TextRef | null;
  declaredBy: TextRef | null;
  documentNo: string | null;
  evidence: FileRef[];
  /** The document that was signed apart from this form; with final answers only. */
  signedFile: FileRef | null;
  noEvidenceReason: TextRef | null;
  /** Why the lead answers although supporters have not. */
  supportOpenReason: TextRef | null;
  /** Agencies that are asked to contribute. */
  supports: readonly string[];
  /** Support thread that the lead ends. */
  thread: string | null;
  /** Day (local), time (`HH:MM`) and place of a site visit. */
  visit: { day: LocalDay | null; time: string | null; place: TextRef | null };
  /** Contact of the same agency that is to work on it. */
  contact: string | null;
  /** Conditions that the unit answered when it says that it is not competent. */
  conditions: Record<string, boolean>;
  /** Code of the petition that this one repeats, as chosen or typed. */
  duplicateOf: string | null;
}

export interface DecisionContext extends RuleContext {
  /** `photo`: something must be shown, or said why there is nothing to show. */
  evidenceRule: 'photo' | 'document' | 'none';
  /** The category that `reclassify` names; null for every other decision, and for one that is not known. */
  newCategory: NewCategory | null;
  /** The petition that `link-duplicate` names, or the one that it follows; null where none has that code. */
  linkTo: Petition | null;
  /** The contact that `assign` names; null for every other decision, and for one that is not there or takes no mail. */
  assignee: Pick<Post, 'id' | 'addressSince'> | null;
}

/** Refuses a field of the form. @throws ValidationError, always. */
export const fail = (pointer: string, code: string, params?: Record<string, number | string>): never => {
  throw new ValidationError([params === undefined ? { pointer, code } : { pointer, code, params }]);
};

/** @throws ValidationError when the field is empty. */
export const required = <T>(value: T | null, pointer: string): T => value ?? fail(pointer, 'required');

/** A petition that somebody holds. */
export type Held = Petition & { task: Task };
