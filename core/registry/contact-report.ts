import type { Contact } from '../ports/contacts.js';
import { isDeskRole } from './contact-role.js';

export interface ContactReport {
  /** Agencies to which no mail leaves: every mailbox refuses it. */
  unreachable: string[];
  /** One line a contact, worst first; ids and days only. */
  lines: string[];
}

type Rank = 0 | 1 | 2;

/** Refused mails first, then never verified, then the rest by the day of verification. */
const rankOf = ({ bouncedOn, verifiedOn }: Contact): Rank => {
  if (bouncedOn !== undefined) return 0;
  return verifiedOn === null ? 1 : 2;
};

/** As lists name it: several posts have one role, told apart by their numbers. */
const nameOf = ({ id, role }: Pick<Contact, 'id' | 'role'>): string => (isDeskRole(role) ? role : id);

const keyOf = (contact: Contact): string =>
  `${rankOf(contact)} ${contact.verifiedOn ?? ''} ${contact.agencyId} ${nameOf(contact)}`;

const lineOf = ({ agencyId, id, role, verifiedOn, bouncedOn }: Contact): string => {
  const verified = verifiedOn === null ? 'never verified' : `verified ${verifiedOn}`;
  const refused = bouncedOn === undefined ? '' : `, refuses mails since ${bouncedOn}`;
  return `${agencyId} ${nameOf({ id, role })}: ${verified}${refused}`;
};

/** Which contacts take mail, and when each was verified: what has to be mended comes first. */
export const contactReport = (contacts: readonly Contact[]): ContactReport => {
  const agencies = [...new Set(contacts.map(({ agencyId }) => agencyId))].sort();
  return {
    unreachable: agencies.filter((id) =>
      contacts.every(
        ({ agencyId, role, bouncedOn }) => agencyId !== id || !isDeskRole(role) || bouncedOn !== undefined,
      ),
    ),
    lines: contacts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(lineOf),
  };
};
