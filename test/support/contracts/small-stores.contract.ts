import { describe, expect, it } from 'vitest';
import type { Contact, ContactStore } from '../../../core/ports/contacts.js';
import type { LinkStore } from '../../../core/ports/links.js';

export const aContact = (overrides: Partial<Contact> = {}): Contact => ({
  agencyId: 'ubnd-phuong-thoi-an',
  id: 'lien-he-1',
  role: 'main',
  name: 'Nguyễn Thị Thu',
  position: 'Công chức Văn phòng – Thống kê',
  email: 'thu@thoian.example',
  verifiedOn: '2025-02-01',
  ...overrides,
});

/** What every link store must keep. */
export const linkStoreContract = (links: () => LinkStore): void => {
  const link = { hash: 'f'.repeat(64), petitionId: 'p', taskNo: 1, agencyId: 'a', contactId: 'c' };

  describe('links', () => {
    it('finds nothing under an unknown hash', async () => {
      expect(await links().find('0'.repeat(64))).toBeNull();
    });

    it('finds a link by its hash, written once or again', async () => {
      await links().put(link);
      await links().put(link);
      expect(await links().find(link.hash)).toEqual(link);
    });
  });
};

/** What every contact store must keep. */
export const contactStoreContract = (
  contacts: () => ContactStore & {
    put(contact: Contact): Promise<void>;
    remove(agencyId: string, contactId: string): Promise<void>;
  },
): void => {
  describe('contacts', () => {
    it('gives main, alternate and head in this order, whatever their ids', async () => {
      const head = aContact({ id: 'a', role: 'head', verifiedOn: null });
      const main = aContact({ id: 'c' });
      const alternate = aContact({ id: 'b', role: 'alternate' });
      for (const contact of [head, main, alternate]) await contacts().put(contact);
      expect(await contacts().of('ubnd-phuong-thoi-an')).toEqual([main, alternate, head]);
    });

    it('replaces and removes', async () => {
      const contact = aContact({ agencyId: 'khac' });
      await contacts().put(contact);
      await contacts().put({ ...contact, email: 'moi@khac.example' });
      expect(await contacts().of('khac')).toEqual([{ ...contact, email: 'moi@khac.example' }]);
      await contacts().remove('khac', contact.id);
      expect(await contacts().of('khac')).toEqual([]);
    });

    it('knows nobody at an unknown agency', async () => {
      expect(await contacts().of('khong-co')).toEqual([]);
    });
  });
};
