import type { Contact, ContactStore } from '../../../core/ports/contacts.js';
import { roleOfContact } from '../../../core/registry/contact-role.js';
import { aContact } from '../builders/link-builder.js';

const contactsOf = (agencyId: string, ids: readonly string[]): Contact[] =>
  ids.map((id) => aContact({ agencyId, id, role: roleOfContact(id), email: `${id}@${agencyId}.example` }));

/** Every agency can be reached: `main@<agency>.example`, `head@<agency>.example`, `office-1@<agency>.example`. */
export const worldContacts = (ids = ['main', 'head', 'office-1']): ContactStore => ({
  of: (agencyId) => Promise.resolve(contactsOf(agencyId, ids)),
  posts: (agencyId) =>
    Promise.resolve(
      contactsOf(agencyId, ids).map(({ id, role, position, addressSince }) => ({
        ...{ id, role, position, addressSince, takesMail: true },
      })),
    ),
  addressSince: () => Promise.resolve(aContact().addressSince),
  markBounced: () => Promise.resolve(),
});
