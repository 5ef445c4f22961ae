import type { AgencyRef } from '../event-parts.js';
import { mayCommit, missedCommitments, commitmentOf, owesCommitment } from '../petition/commitment.js';
import type { DeadlineRef } from '../petition/deadline-ref.js';
import type { Held } from '../petition/decision-input.js';
import { MAX_TRANSFER_WEIGHT } from '../petition/decisions.js';
import {
  MAX_EXTENSION_REQUESTS,
  openRequest,
  ownLimit,
  superiorForRequest,
} from '../petition/extension-request.js';
import type { ExtensionRequest } from '../petition/petition.js';
import type { RuleContext } from '../petition/rule-context.js';
import { directTargets, isDirected } from '../petition/standing.js';
import { directUntilAtMost, mayReferUp } from '../petition/superiors.js';
import type { Instant } from '../time.js';

/** What the official's page has to know of superiors, and of lateness. */
export interface SuperiorFacts {
  /** The transfers are used up, or nearly: the common superior can be asked to decide. */
  mayReferUp: boolean;
  /** A superior named the holder. */
  isDirected: boolean;
  /** Agencies that the holder, as a superior, may name; empty where it is none. */
  targets: AgencyRef[];
  directUntilAtMost: string | null;
  /** Until when the holder may extend alone; null where it may not. */
  extendUntilAtMost: string | null;
  /** Until when the superior may extend; null where nothing can be asked for now. */
  requestUntilAtMost: string | null;
  request: ExtensionRequest | null;
  /** Latest day to which the holder of a late petition may commit itself; null where it may not. */
  commitUntilAtMost: string | null;
  owesCommitment: boolean;
  commitment: DeadlineRef | null;
  missed: DeadlineRef[];
}

const requestUntilAtMost = (petition: Held, context: RuleContext): string | null => {
  const { task } = petition;
  const present = task.resolveBy?.at;
  if (present === undefined || present <= context.now) return null;
  if (task.extensionRequests >= MAX_EXTENSION_REQUESTS || openRequest(petition, context.now) !== null)
    return null;
  const latest = context.timetable.approvedExtension(present)?.at ?? null;
  return latest === null || superiorForRequest(petition, context) === null ? null : latest;
};

const extendUntilAtMost = ({ task }: Held, context: RuleContext): Instant | null =>
  task.resolveBy === null || task.resolveBy.at <= context.now ? null : (ownLimit(task, context)?.at ?? null);

export const superiorFactsOf = (petition: Held, context: RuleContext): SuperiorFacts => {
  const { task } = petition;
  const { now, timetable } = context;
  const targets = directTargets(petition, context);
  return {
    mayReferUp: mayReferUp(petition, MAX_TRANSFER_WEIGHT),
    isDirected: isDirected(petition),
    targets,
    directUntilAtMost: targets.length === 0 ? null : (directUntilAtMost(petition, context)?.at ?? null),
    extendUntilAtMost: extendUntilAtMost(petition, context),
    requestUntilAtMost: requestUntilAtMost(petition, context),
    request: openRequest(petition, now),
    commitUntilAtMost: mayCommit(petition, now) ? (timetable.resolve(now)?.at ?? null) : null,
    owesCommitment: owesCommitment(petition, now),
    commitment: commitmentOf(task),
    missed: missedCommitments(task, now),
  };
};
