import type { AgencyRef, TextRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import { fail, required } from './decision-input.js';
import type { Routed } from './jurisdiction.js';
import type { Petition } from './petition.js';
import type { RuleContext } from './rule-context.js';
import { openSupports, type Obstacle, type SupportTask } from './support.js';
import { supportAssignment } from './support-requests.js';

/** Transfers of one support task, whoever holds it: the third agency answers, or says why it cannot. */
export const MAX_SUPPORT_TRANSFERS = 2;

/** Whoever leads the petition, is complained about, or contributes already cannot be asked in another one's place. */
export const isFreeFor = (petition: Petition, { thread }: SupportTask, agencyId: string): boolean =>
  agencyId !== petition.task?.holder.id &&
  agencyId !== petition.against &&
  !openSupports(petition).some((other) => other.thread !== thread && other.holder.id === agencyId);

const hasHeld = ({ hops }: SupportTask, agencyId: string): boolean => hops.some(({ to }) => to === agencyId);

/** Why its holder may name nobody else any more: behind the deadline that one would be late before it has read anything. */
const obstacleToTransfer = ({ transfers, dueBy }: SupportTask, now: string): Obstacle | null => {
  if (transfers >= MAX_SUPPORT_TRANSFERS)
    return ['support-transfers-used-up', { max: MAX_SUPPORT_TRANSFERS }];
  return dueBy.at <= now ? ['support-transfer-late'] : null;
};

/** The agencies of the same tier that could be asked instead; none where the rules would refuse every one. */
export const transferCandidates = (
  petition: Petition,
  support: SupportTask,
  { jurisdiction, now }: Pick<RuleContext, 'jurisdiction' | 'now'>,
): AgencyRef[] =>
  obstacleToTransfer(support, now) === null
    ? jurisdiction
        .peers(petition, support.holder, now)
        .filter(({ id }) => isFreeFor(petition, support, id) && !hasHeld(support, id))
    : [];

const checkedTarget = (
  { petition, support }: { petition: Petition; support: SupportTask },
  agencyId: string,
  { jurisdiction, now }: RuleContext,
): Routed => {
  if (agencyId === support.holder.id) fail('/agency', 'same-agency');
  if (agencyId === petition.task?.holder.id) fail('/agency', 'leads-petition');
  if (agencyId === petition.against) fail('/agency', 'accused-agency');
  if (hasHeld(support, agencyId)) fail('/agency', 'held-support');
  if (!isFreeFor(petition, support, agencyId)) fail('/agency', 'contributes-already');
  const routed = jurisdiction.named(petition, agencyId, now) ?? fail('/agency', 'unknown-agency');
  if (routed.holder.tier !== support.holder.tier) fail('/agency', 'support-other-tier');
  // The desk is nobody's peer: it sorts, and knows nothing of the matter itself.
  if (!jurisdiction.peers(petition, support.holder, now).some(({ id }) => id === agencyId))
    fail('/agency', 'cannot-contribute');
  return routed;
};

/**
 * The agency asked names the one that is right to contribute. The day stays: nobody gains time by passing a task on.
 * @throws ValidationError with JSON pointers.
 */
export const supportTransferred = (
  of: { petition: Petition; support: SupportTask },
  input: { agency: string | null; text: TextRef | null },
  context: RuleContext,
): Happening => {
  const { support } = of;
  const obstacle = obstacleToTransfer(support, context.now);
  if (obstacle !== null) fail('/decision', ...obstacle);
  const text = required(input.text, '/text');
  const routed = checkedTarget(of, required(input.agency, '/agency'), context);
  const reason = `${support.holder.name} cho biết ${routed.holder.name} là đơn vị phù hợp để phối hợp.`;
  const assignment = supportAssignment(routed, support.dueBy, { id: 'support-transfer', reason });
  return {
    type: 'SupportTransferred',
    data: { thread: support.thread, taskNo: support.no, text, assignment },
  };
};
