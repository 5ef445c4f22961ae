import { recountEvent } from '../petition/recount.js';
import {
  changePetition,
  type Changed,
  type ChangeContext,
  type ChangeDeps,
  type PlannedChange,
} from './change-petition.js';

/**
 * As `changePetition`, on deadlines that are counted on today's calendar: a command that derives a date from one that is
 * not would name today's calendar for it, and the days lost would be lost for good.
 */
export const changeRecounted = async (
  deps: ChangeDeps,
  petitionId: string,
  plan: (context: ChangeContext) => Promise<PlannedChange | null>,
): Promise<Changed> => {
  const changed = await changePetition(deps, petitionId, (context) => {
    const happening = recountEvent(context.petition, context);
    return happening === null ? plan(context) : Promise.resolve({ happening, actor: { kind: 'system' } });
  });
  return changed.event?.type === 'DeadlinesRecounted' ? changePetition(deps, petitionId, plan) : changed;
};
