import { toE164 } from '../messages/phone-number.js';
import type { Keyed } from '../ports/keyed.js';
import type { ResidentFile } from '../ports/vault.js';

/** By which contact a petition is looked for. */
export type ContactKind = 'phone' | 'email';

/** What is typed into the one field of the search: an address has an `@`. */
export const contactKindOf = (contact: string): ContactKind => (contact.includes('@') ? 'email' : 'phone');

/** The same mailbox or telephone, however it is written; null for what has no digit in it. */
const canonical = (contact: string): string | null => {
  if (contactKindOf(contact) === 'email') return `email ${contact.normalize('NFC').trim().toLowerCase()}`;
  const number = toE164(contact) ?? contact.normalize('NFKC').replace(/\D/g, '');
  return number === '' ? null : `phone ${number}`;
};

/**
 * Key of the blind index: a keyed digest, of no use without the secret. It tells two things to whoever reads the table:
 * that petitions share a contact, and nothing of which.
 */
export const contactIndexKey = async (keyed: Keyed, contact: string): Promise<string | null> => {
  const form = canonical(contact);
  return form === null ? null : keyed.mac('contact-index', form);
};

/** Keys under which the petition of a submitter is found again; none when no contact was left. */
export const contactIndexKeys = async (
  keyed: Keyed,
  { phone, email }: Pick<ResidentFile['submitter'], ContactKind>,
): Promise<string[]> => {
  const given = [phone, email].filter((contact) => contact !== null);
  const keys = await Promise.all(given.map((contact) => contactIndexKey(keyed, contact)));
  return [...new Set(keys.filter((key) => key !== null))];
};
