import { describe, expect, it } from 'vitest';
import { verifyPetition } from '../../../core/audit/verify-petition.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { StoredPetitions } from '../../../core/ports/stored-petitions.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { closed, resolved, routed } from '../builders/petition-builder.js';

interface Under {
  store: PetitionStore;
  petitions: StoredPetitions;
}

/** Reading a petition for whoever checks it. `from`: numbers of petitions that nobody else uses. */
export const storedPetitionsContract = (under: () => Under, { from }: { from: number }): void => {
  describe('a petition as it lies there', () => {
    it('is what was sealed, to the last field, after it went through the table', async () => {
      const { change, intake } = aFirstChange({ n: from + 1 });
      await under().store.create(change, intake);
      let petition = change.after;
      for (const happening of [routed(), resolved(), closed()]) {
        const next = aNextChange(petition, happening);
        await under().store.commit(next);
        petition = next.after;
      }
      const stored = await under().petitions.stored(petition.id);
      expect(stored.events).toHaveLength(4);
      expect(stored.record).toEqual(petition);
      expect(verifyPetition(petition.id, stored)).toEqual([]);
    });

    it('has neither events nor record where there is none', async () => {
      const { change } = aFirstChange({ n: from + 2 });
      expect(await under().petitions.stored(change.after.id)).toEqual({ events: [], record: undefined });
    });
  });
};
