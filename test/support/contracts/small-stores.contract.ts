import { describe, expect, it } from 'vitest';
import type { Contact, ContactStore } from '../../../core/ports/contacts.js';
import type { LinkStore } from '../../../core/ports/links.js';
import { roleOfContact } from '../../../core/registry/contact-role.js';
import type { DigestLink } from '../../../core/ports/links.js';
import { aContact, aLink } from '../builders/link-builder.js';

/** What every link store must keep. */
export const linkStoreContract = (links: () => LinkStore): void => {
  const link = aLink();

  describe('links', () => {
    it('finds nothing under an unknown hash', async () => {
      expect(await links().find('0'.repeat(64))).toBeNull();
    });

    it('finds a link by its hash, written once or again', async () => {
      await links().put(link);
      await links().put(link);
      expect(await links().find(link.hash)).toEqual(link);
    });

    it('finds the link of a digest by its hash, and never for that of a task', async () => {
      const { agencyId, contactId, addressSince, keyVersion } = link;
      const digest: DigestLink = {
        ...{ hash: 'd'.repeat(64), agencyId, contactId, addressSince, keyVersion },
        ...{ day: '2025-03-04', until: '2025-03-14T01:00:00.000Z' },
      };
      expect(await links().findDigest(digest.hash)).toBeNull();
      await links().putDigest(digest);
      await links().putDigest(digest);
      await links().put(link);
      expect(await links().findDigest(digest.hash)).toEqual(digest);
      expect(await links().find(digest.hash)).toBeNull();
      expect(await links().findDigest(link.hash)).toBeNull();
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

    it('marks a mailbox that refused a mail, once', async () => {
      const contact = aContact({ agencyId: 'tra-lai' });
      await contacts().put(contact);
      const at = '2025-03-03T02:00:00.000Z';
      await contacts().markBounced(contact, { on: '2025-03-03', mailedAt: at });
      await contacts().markBounced(contact, { on: '2025-03-09', mailedAt: at });
      expect(await contacts().of('tra-lai')).toEqual([{ ...contact, bouncedOn: '2025-03-03' }]);
    });

    it('marks nobody whose address is newer than the mail, or who is gone', async () => {
      const contact = aContact({ agencyId: 'dia-chi-moi', addressSince: '2025-03-03T02:00:00.000Z' });
      await contacts().put(contact);
      await contacts().markBounced(contact, { on: '2025-03-03', mailedAt: '2025-03-03T01:59:59.999Z' });
      expect(await contacts().of('dia-chi-moi')).toEqual([contact]);
      await contacts().markBounced(contact, { on: '2025-03-03', mailedAt: '2025-03-03T02:00:00.000Z' });
      expect(await contacts().of('dia-chi-moi')).toMatchObject([{ bouncedOn: '2025-03-03' }]);
      const gone = { agencyId: 'khong-co', id: 'khong-co' };
      await contacts().markBounced(gone, { on: '2025-03-03', mailedAt: '2025-03-03T02:00:00.000Z' });
      expect(await contacts().of('khong-co')).toEqual([]);
    });

    it('says since when a contact has its address, and nothing of one that is not there', async () => {
      const contact = aContact({ agencyId: 'dia-chi' });
      await contacts().put(contact);
      expect(await contacts().addressSince('dia-chi', contact.id)).toBe(contact.addressSince);
      expect(await contacts().addressSince('dia-chi', 'head')).toBeNull();
      expect(await contacts().addressSince('khong-co', contact.id)).toBeNull();
    });

    it('gives posts in order, without names and addresses, and which of them take mail', async () => {
      const posts = ['office-10', 'office-2', 'colleague-1', 'head'] as const;
      for (const id of posts)
        await contacts().put(
          aContact({ agencyId: 'nhieu-nguoi', id, role: roleOfContact(id), position: id }),
        );
      const mailedAt = '2025-03-03T02:00:00.000Z';
      const office = { agencyId: 'nhieu-nguoi', id: 'office-2' };
      await contacts().markBounced(office, { on: '2025-03-03', mailedAt });
      const { addressSince } = aContact();
      expect(await contacts().posts('nhieu-nguoi')).toEqual(
        ['head', 'colleague-1', 'office-2', 'office-10'].map((id) => ({
          ...{ id, role: roleOfContact(id), position: id, addressSince, takesMail: id !== 'office-2' },
        })),
      );
      expect(await contacts().posts('khong-co')).toEqual([]);
    });

    it('knows nobody at an unknown agency', async () => {
      expect(await contacts().of('khong-co')).toEqual([]);
    });
  });
};
