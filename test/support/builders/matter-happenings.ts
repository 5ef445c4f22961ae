import type { Happening } from '../../../core/events.js';
import { aText } from './petition-builder.js';

/** A submission that its holder splits into two matters. */
export const splitInTwo = (): Happening => ({
  type: 'PetitionSplit',
  data: {
    ...{ taskNo: 1, text: aText() },
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
