import type { Instant } from '../time.js';

export interface Contact {
  agencyId: string;
  id: string;
  role: 'main' | 'alternate' | 'head';
  name: string;
  position: string;
  email: string;
  verifiedOn: string | null;
  /**
   * Import that gave the contact this address. Links mailed to an earlier address of the same role are dead; the entry
   * of that instant in the contacts' audit says whose address it was.
   */
  addressSince: Instant;
}

/** A contact as a list gives it: the import says since when. */
export type ContactEntry = Omit<Contact, 'addressSince'>;

/** All that a link has to know of a contact: no name, no address. */
export interface ContactAddresses {
  /** Since when a contact has its present address; null when there is no such contact. Consistent. */
  addressSince(agencyId: string, contactId: string): Promise<Instant | null>;
}

export interface ContactStore extends ContactAddresses {
  /** Contacts of an agency, in the order main, alternate, head. */
  of(agencyId: string): Promise<Contact[]>;
}
