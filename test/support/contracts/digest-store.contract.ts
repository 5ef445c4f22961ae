import { describe, expect, it } from 'vitest';
import type { Digest, DigestStore } from '../../../core/ports/digests.js';

const digest = (agencyId: string): Digest => ({
  agencyId,
  day: '2025-03-04',
  at: '2025-03-04T01:00:00.000Z',
  carrier: { petitionId: '01950000-0000-7000-8000-000000000001', id: '000007-0' },
});

/** What every store of digests must keep. */
export const digestStoreContract = (digests: () => DigestStore): void => {
  describe('digests', () => {
    it('finds nothing before one is opened', async () => {
      expect(await digests().load('chua-co', '2025-03-04')).toBeNull();
    });

    it('opens one a day and agency; who comes second changes nothing', async () => {
      const first = digest('mot-lan');
      expect(await digests().open(first)).toBe(true);
      const second = { ...first, carrier: { ...first.carrier, id: '000009-0' } };
      expect(await digests().open(second)).toBe(false);
      expect(await digests().load('mot-lan', first.day)).toEqual(first);
    });

    it('of two at once opens one', async () => {
      const both = await Promise.all([digests().open(digest('hai')), digests().open(digest('hai'))]);
      expect(both.sort()).toEqual([false, true]);
    });

    it('keeps days and agencies apart', async () => {
      const first = digest('ngay-khac');
      await digests().open(first);
      expect(await digests().load('ngay-khac', '2025-03-05')).toBeNull();
      expect(await digests().open({ ...first, day: '2025-03-05' })).toBe(true);
      expect(await digests().load('don-vi-khac', first.day)).toBeNull();
    });
  });
};
