import { ForbiddenError } from '../../core/errors.js';
import type { ContactStore } from '../../core/ports/contacts.js';

const refuse = (): Promise<never> => Promise.reject(new ForbiddenError());

/** For functions that have no right to the officials' addresses: whatever asks them is a mistake, and fails. */
export const closedContacts: ContactStore = {
  ...{ of: refuse, posts: refuse, addressSince: refuse, markBounced: refuse },
};
