import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../../../core/errors.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { ResidentFile, Vault } from '../../../core/ports/vault.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { petitionIdNo, routed } from '../builders/petition-builder.js';

export interface VaultUnderTest {
  store: PetitionStore;
  vault: Vault;
}

export const aResidentFile = (overrides: Partial<ResidentFile> = {}): ResidentFile => ({
  description: 'Rác ùn ứ nhiều ngày ở hẻm 12, bốc mùi hôi.',
  address: '12/3 Lê Văn Khương',
  point: { lat: 10.8741, lon: 106.6552 },
  submitter: { kind: 'ca-nhan', name: 'Trần Văn An', phone: '0900000001', email: 'an@dan.example' },
  ...overrides,
});

/** What a vault must keep, with the store that writes its ciphertexts. */
export const vaultContract = (under: () => VaultUnderTest, numbers: { from: number }): void => {
  let n = numbers.from;
  const submit = async (file: ResidentFile) => {
    const { store, vault } = under();
    const first = await vault.sealFirst(petitionIdNo(++n), file);
    const sealed = { document: first.document, wrappedKey: first.wrappedKey };
    const { change, intake } = aFirstChange({ n }, { sealed });
    await store.create(change, intake);
    return { petition: change.after, sealed, digest: (text: string) => first.digest(text) };
  };

  describe('vault', () => {
    it('opens the file that was sealed, to the last character', async () => {
      const file = aResidentFile({ address: null, point: null });
      const { petition } = await submit(file);
      expect(await under().vault.openFile(petition.id)).toEqual(file);
    });

    it('seals the texts of a later event under the same key', async () => {
      const { store, vault } = under();
      const { petition } = await submit(aResidentFile());
      const texts = { text: 'Đã thu gom rác ngày 05/3.', name: 'Nguyễn Thị Thu', position: 'Phó Chủ tịch' };
      const sealed = await vault.sealTexts(petition.id, 2, texts);
      expect(sealed.wrappedKey).toBeNull();
      await store.commit(aNextChange(petition, routed(), { sealed }));
      expect(await vault.openTexts(petition.id, 2)).toEqual(texts);
    });

    it('gives ciphertexts that show nothing', async () => {
      const { sealed } = await submit(aResidentFile());
      const parts = [sealed.document, sealed.wrappedKey].map((jwe) =>
        jwe!.split('.').map((part) => Buffer.from(part, 'base64url').toString()),
      );
      expect(JSON.stringify(parts)).not.toMatch(/Trần Văn An|Lê Văn Khương|0900000001|Rác/);
    });

    it('digests a text of a petition always alike, of another petition otherwise', async () => {
      const { vault } = under();
      const one = await submit(aResidentFile());
      const two = await submit(aResidentFile());
      const text = 'Rác ùn ứ';
      expect(one.digest(text)).toMatch(/^[0-9a-f]{64}$/);
      expect(await vault.digest(one.petition.id, text)).toBe(one.digest(text));
      expect(two.digest(text)).not.toBe(one.digest(text));
      expect(one.digest('Rác ùn ứ.')).not.toBe(one.digest(text));
    });

    it('finds nothing where nothing was sealed', async () => {
      const { vault } = under();
      const { petition } = await submit(aResidentFile());
      await expect(vault.openTexts(petition.id, 7)).rejects.toThrow(NotFoundError);
      await expect(vault.openFile(petitionIdNo(0xfffffe))).rejects.toThrow(NotFoundError);
      await expect(vault.digest(petitionIdNo(0xfffffe), 'x')).rejects.toThrow(NotFoundError);
    });

    it('opens no ciphertext in the place of another', async () => {
      const { store, vault } = under();
      const { petition } = await submit(aResidentFile());
      const sealed = await vault.sealTexts(petition.id, 9, { text: 'của sự kiện 9' });
      await store.commit(aNextChange(petition, routed(), { sealed }));
      await expect(vault.openTexts(petition.id, 2)).rejects.toThrow(/another place/);
    });

    it('opens nothing under the key of another petition', async () => {
      const { store, vault } = under();
      const one = await submit(aResidentFile());
      const { change, intake } = aFirstChange({ n: ++n }, { sealed: one.sealed });
      await store.create(change, intake);
      await expect(vault.openFile(change.after.id)).rejects.toThrow(/another petition/);
    });
  });
};
