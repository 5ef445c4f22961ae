import { ValidationError, type InputIssue } from '../errors.js';
import type { Jurisdiction, PetitionFacts } from '../petition/jurisdiction.js';
import { TIERS } from '../registry/agency.js';
import type { Instant } from '../time.js';

const isStep = (tier: string): boolean => (TIERS as readonly string[]).includes(tier);

/**
 * The agencies that an intake names exist on that day and can be what they are named for: otherwise routing would pass
 * over them in silence.
 * @throws ValidationError for an unknown agency (the one complained about too), a receiver outside the chain of
 * authorities, an addressee outside the Party lane.
 */
export const checkNamedAgencies = (jurisdiction: Jurisdiction, facts: PetitionFacts, at: Instant): void => {
  const { receivedBy, addressee, against, lane } = facts;
  const issues: InputIssue[] = [];
  // Asked of a matter that is about nobody: who is complained about can have received it, and must exist itself.
  const named = (agencyId: string) => jurisdiction.named({ ...facts, against: null }, agencyId, at);
  if (receivedBy !== null) {
    const receiver = named(receivedBy);
    if (receiver === null) issues.push({ pointer: '/receivedBy', code: 'unknown-agency' });
    else if (!isStep(receiver.holder.tier)) issues.push({ pointer: '/receivedBy', code: 'no-tier' });
  }
  if (addressee !== null) {
    if (lane !== 'party') issues.push({ pointer: '/addressee', code: 'party-lane-only' });
    else if (named(addressee) === null) issues.push({ pointer: '/addressee', code: 'unknown-agency' });
  }
  if (against !== null && named(against) === null)
    issues.push({ pointer: '/against', code: 'unknown-agency' });
  if (issues.length > 0) throw new ValidationError(issues);
};
