import type { ContactRole } from '../registry/contact-role.js';
import type { Instant, LocalDay } from '../time.js';

export interface Contact {
  agencyId: string;
  id: string;
  role: ContactRole;
  name: string;
  position: string;
  email: string;
  verifiedOn: string | null;
  /**
   * Import that gave the contact this address (real time). Links mailed to an earlier address of the same role are dead;
   * the entry of that instant in the contacts' audit says whose address it was.
   */
  addressSince: Instant;
  /** Its mailbox does not take our mails since that day; absent again once the address is corrected or verified anew. */
  bouncedOn?: LocalDay | undefined;
}

/** A contact as a list gives it: the import says since when, and whether its mailbox is still a dead one. */
export type ContactEntry = Omit<Contact, 'addressSince' | 'bouncedOn'>;

/** All that a link has to know of a contact: no name, no address. */
export interface ContactAddresses {
  /** Since when a contact has its present address; null when there is no such contact. Consistent. */
  addressSince(agencyId: string, contactId: string): Promise<Instant | null>;
}

/** A contact as the officials' page names it: by its post, without a person's name or an address. */
export interface Post extends Pick<Contact, 'id' | 'role' | 'position' | 'addressSince'> {
  /** Its mailbox does not refuse our mails. */
  takesMail: boolean;
}

export interface ContactPosts {
  /** The posts of an agency, in the order main, alternate, head, colleagues, offices. Consistent. */
  posts(agencyId: string): Promise<Post[]>;
}

export interface ContactStore extends ContactAddresses, ContactPosts {
  /** Contacts of an agency, in the order main, alternate, head, colleagues, offices. */
  of(agencyId: string): Promise<Contact[]>;
  /**
   * Marks a contact whose mailbox refused a mail that left at `mailedAt` (real time), once; the first day stays. Nothing
   * happens to one that got another address since then, or does not exist any more.
   */
  markBounced(
    contact: { agencyId: string; id: string },
    bounce: { on: LocalDay; mailedAt: Instant },
  ): Promise<void>;
}
