import type { Happening } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import { aText } from './petition-builder.js';

/** A submission that its holder splits into two matters; with null, one that came as two. */
export const splitInTwo = (taskNo: number | null = 1): Happening => ({
  type: 'PetitionSplit',
  data: {
    ...{ taskNo, text: taskNo === null ? null : aText() },
    matters: [1, 2].map((no) => ({
      petitionId: `matter-${no}`,
      code: `ABCDEFGHJKM${no}0`,
      category: 'RAC',
    })),
  },
});

export const matterEnded = (petitionId: string): Happening => ({
  type: 'MatterEnded',
  data: { petitionId, how: 'CLOSED' },
});

/** Matters end one after the other, each once; null where none is open. */
export const nextMatterEnded = ({ matters }: Petition): Happening | null => {
  const open = matters.find(({ ended }) => ended === null);
  return open === undefined ? null : matterEnded(open.petitionId);
};
