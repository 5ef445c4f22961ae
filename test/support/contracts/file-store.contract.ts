import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../../../core/errors.js';
import type { FileStore } from '../../../core/ports/files.js';

/** What every store of petitions' files must keep. */
export const fileStoreContract = (files: () => FileStore): void => {
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { bytes, sha256, type: 'image/jpeg' as const };

  describe('files', () => {
    it('are kept under folder and content hash, written once or again', async () => {
      const ref = { key: `p-1/${sha256}`, sha256, type: 'image/jpeg', size: 7 };
      expect(await files().put('p-1', file)).toEqual(ref);
      expect(await files().put('p-1', file)).toEqual(ref);
      expect(Uint8Array.from(await files().get(ref.key))).toEqual(bytes);
    });

    it('that do not exist are not found', async () => {
      await expect(files().get(`p-2/${sha256}`)).rejects.toThrow(NotFoundError);
    });
  });
};
