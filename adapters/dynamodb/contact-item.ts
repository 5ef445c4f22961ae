import * as z from 'zod';
import { ALL_CONTACT_ROLES as ROLES } from '../../core/registry/contact-role.js';
import type { Contact, Post } from '../../core/ports/contacts.js';
import type { Instant } from '../../core/time.js';
import { type ItemKey, keys } from './keys.js';
import { parseItem } from './parse-item.js';

const ContactSchema = z.object({
  agencyId: z.string(),
  id: z.string(),
  role: z.enum(ROLES),
  name: z.string(),
  position: z.string(),
  email: z.string(),
  verifiedOn: z.iso.date().nullable(),
  addressSince: z.string().default(''),
  bouncedOn: z.iso.date().optional(),
}) satisfies z.ZodType<Contact>;

const PostSchema = ContactSchema.pick({
  ...{ id: true, role: true, position: true, addressSince: true, bouncedOn: true },
});

export const toContactItem = (contact: Contact): ItemKey & Record<string, unknown> => ({
  ...keys.contact(contact.agencyId, contact.id),
  ...contact,
});

/** From an item of which only that attribute was read. */
export const parseAddressSince = (item: unknown): Instant =>
  parseItem(ContactSchema.pick({ addressSince: true }), item, 'CONTACT').addressSince;

/** From an item of which only the post was read. */
export const parsePost = (item: unknown): Post => {
  const { bouncedOn, ...post } = parseItem(PostSchema, item, 'CONTACT');
  return { ...post, takesMail: bouncedOn === undefined };
};

export const parseContactItem = (item: unknown): Contact => parseItem(ContactSchema, item, 'CONTACT');

/** `office-2` before `office-10`. */
const isBefore = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);

/** Main, alternate, head, colleagues, offices; within a role by number, so that the order is the same each time. */
export const inOrder = <C extends Pick<Contact, 'id' | 'role'>>(contacts: readonly C[]): C[] =>
  contacts.toSorted(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (isBefore(a.id, b.id) ? -1 : 1),
  );
