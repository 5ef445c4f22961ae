export interface Contact {
  agencyId: string;
  id: string;
  role: 'main' | 'alternate' | 'head';
  name: string;
  position: string;
  email: string;
  verifiedOn: string | null;
}

export interface ContactStore {
  /** Contacts of an agency, in the order main, alternate, head. */
  of(agencyId: string): Promise<Contact[]>;
}
