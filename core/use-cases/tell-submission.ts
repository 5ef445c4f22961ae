import type { Petition } from '../petition/petition.js';
import { isMatterOpen } from '../petition/matters.js';
import { changePetition, type ChangeDeps } from './change-petition.js';

/**
 * A matter that has ended says so in the history of its submission, which closes with its last one. Called before the
 * matter's thread lets go of its wake-up, so that a crash in between repeats it; a repetition writes nothing.
 */
export const tellSubmission = async (deps: ChangeDeps, matter: Petition): Promise<void> => {
  const { id, matterOf, status } = matter;
  if (matterOf === null || (status !== 'CLOSED' && status !== 'WITHDRAWN')) return;
  await changePetition(deps, matterOf.petitionId, ({ petition }) =>
    Promise.resolve(
      isMatterOpen(petition, id)
        ? {
            happening: { type: 'MatterEnded', data: { petitionId: id, how: status } },
            actor: { kind: 'system' },
          }
        : null,
    ),
  );
};
