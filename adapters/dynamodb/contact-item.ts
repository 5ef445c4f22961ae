import * as z from 'zod';
import type { Contact } from '../../core/ports/contacts.js';
import type { Instant } from '../../core/time.js';
import { type ItemKey, keys } from './keys.js';
import { parseItem } from './unreadable-item-error.js';

const ROLES = ['main', 'alternate', 'head'] as const;

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

export const toContactItem = (contact: Contact): ItemKey & Record<string, unknown> => ({
  ...keys.contact(contact.agencyId, contact.id),
  ...contact,
});

/** From an item of which only that attribute was read. */
export const parseAddressSince = (item: unknown): Instant =>
  parseItem(ContactSchema.pick({ addressSince: true }), item, 'CONTACT').addressSince;

export const parseContactItem = (item: unknown): Contact => parseItem(ContactSchema, item, 'CONTACT');

/** Main, alternate, head; within a role by id, so that the order is the same each time. */
export const inOrder = (contacts: readonly Contact[]): Contact[] =>
  contacts.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.id < b.id ? -1 : 1));
